package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Corrects a person's names and kind at the desk. Badges that show them are signed again, once the member has read how many. */
public final class RenamePerson {
    private final Platform platform;
    private final NamedBadges badges;
    private final OpenPathways pathways;

    RenamePerson(Platform platform, NamedBadges badges, OpenPathways pathways) {
        this.platform = platform;
        this.badges = badges;
        this.pathways = pathways;
    }

    /** The badges that show a worker's name; answered by a feature that signs them. Both run in the caller's transaction. */
    public interface NamedBadges {
        /** How many badges, as far as the organisation knows them, would show another name. */
        int changedBy(Handle handle, OrganisationId organisation, PersonId person, String firstName, String lastName);

        /**
         * Records what will say the same under the names that the file has now.
         *
         * @return what signs it, for after the commit; a job does it otherwise
         */
        Runnable reissue(Handle handle, OrganisationId organisation, PersonId person);
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Saved() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.saved();
            }
        }

        record Invalid(Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(errors);
            }
        }

        record Reissues(int badges) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.reissues(badges);
            }
        }

        record SavedSince(FindNames.Names now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince(now);
            }
        }
    }

    interface Cases<T> {
        /** Saved now, or with the same names by a concurrent request. */
        T saved();

        T invalid(Errors errors);

        /** So many badges would be signed again, and the member has not read that; nothing was changed. */
        T reissues(int badges);

        /** A concurrent request saved other names; nothing was changed. */
        T savedSince(FindNames.Names now);
    }

    private record Decision(Outcome outcome, Runnable after) {
        private static Decision of(Outcome outcome) {
            return new Decision(outcome, () -> {});
        }
    }

    /**
     * @param revision the one that was read
     * @param agreed the number of badges that the member read, or 0
     * @throws ProblemException NOT_FOUND for a worker of another organisation; UNAVAILABLE while its badges cannot be signed
     */
    Outcome apply(Principal by, PersonId person, int revision, PersonForm form, int agreed) {
        Errors errors = form.check();
        Decision decision = platform.database().inOrganisation(by.organisation(), handle -> {
            // As an erasure does: spaces before the file.
            handle.attach(PersonDao.class).lockSpaces(person.value());
            FindNames.Names now = FindNames.read(handle, by.organisation(), person);
            if (!errors.isEmpty()) {
                return Decision.of(new Outcome.Invalid(errors));
            }
            PersonForm wanted = form.orOf(now.form().kind());
            return now.revision() == revision
                    ? save(handle, by, person, now, wanted, agreed)
                    : Decision.of(since(now, wanted));
        });
        decision.after().run();
        return decision.outcome();
    }

    private Decision save(
            Handle handle, Principal by, PersonId person, FindNames.Names now, PersonForm form, int agreed) {
        UUID id = person.value();
        PersonDao dao = handle.attach(PersonDao.class);
        PersonKind kind = Objects.requireNonNull(form.kind());
        if (kind != now.form().kind() && kind != PersonKind.WORKER) {
            // A pathway is opened under a lock that waits for this one.
            dao.lockToChange(id, by.organisation().value());
            if (pathways.any(handle, by.organisation(), id, by.zone().today(platform.clock()))) {
                return Decision.of(new Outcome.Invalid(Errors.of("kind", "worker.error.kind-pathway")));
            }
        }
        int changed = badges.changedBy(handle, by.organisation(), person, form.firstName(), form.lastName());
        if (changed > 0 && changed != agreed) {
            return Decision.of(new Outcome.Reissues(changed));
        }
        int rows = dao.rename(
                id,
                by.organisation().value(),
                now.revision(),
                form.firstName(),
                form.lastName(),
                kind,
                platform.clock().instant());
        if (rows == 0) {
            return Decision.of(since(FindNames.read(handle, by.organisation(), person), form));
        }
        audit(handle, by, id, now.form(), form);
        return new Decision(new Outcome.Saved(), badges.reissue(handle, by.organisation(), person));
    }

    private void audit(Handle handle, Principal by, UUID id, PersonForm before, PersonForm after) {
        Actor actor = Actor.account(by.account());
        boolean renamed = !before.equals(after.as(before.kind()));
        if (renamed || before.equals(after)) {
            platform.audit().record(handle, new AuditEvent(by.organisation(), actor, PersonAudit.WORKER_CHANGED, id));
        }
        if (before.kind() != after.kind()) {
            platform.audit()
                    .record(handle, new AuditEvent(by.organisation(), actor, PersonAudit.WORKER_KIND_CHANGED, id));
        }
    }

    private static Outcome since(FindNames.Names now, PersonForm form) {
        return now.form().equals(form) ? new Outcome.Saved() : new Outcome.SavedSince(now);
    }
}
