package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.PeopleImport;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Starts an import: from now on its lines stay as they are, and {@link AddPeople} adds whom they name. */
public final class StartImport {
    private final Platform platform;

    StartImport(Platform platform) {
        this.platform = platform;
    }

    /** The answer to a start. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** It has started, now or before. */
    public record Started() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.started();
        }
    }

    /** No line is to be added; nothing is written. */
    public record Nobody() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.nobody();
        }
    }

    /** An import of the same list goes on; this draft stays as it is. */
    public record SameAs(ImportId other) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sameAs(other);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T started();

        T nobody();

        T sameAs(ImportId other);
    }

    /**
     * Starts it.
     *
     * @param kind of all people of the list
     * @throws ProblemException NOT_FOUND for an import of another organisation
     */
    public Outcome apply(Principal by, ImportId id, PersonKind kind) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(ImportDao.class).lockNames(by.organisation().value());
            PeopleImport locked = Imports.lock(handle, by.organisation(), id);
            if (!locked.draft()) {
                return new Started();
            }
            if (locked.counts().toAdd() == 0) {
                return new Nobody();
            }
            return start(handle, by, id, kind);
        });
    }

    private Outcome start(Handle handle, Principal by, ImportId id, PersonKind kind) {
        ImportDao dao = handle.attach(ImportDao.class);
        UUID here = by.organisation().value();
        Optional<UUID> same = dao.same(id.value(), here);
        if (same.isPresent()) {
            return new SameAs(new ImportId(same.get()));
        }
        dao.start(id.value(), here, by.account().value(), kind, platform.clock().instant());
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                by.organisation(),
                                Actor.account(by.account()),
                                ImportAudit.PEOPLE_IMPORT_STARTED,
                                id.value()));
        return new Started();
    }
}
