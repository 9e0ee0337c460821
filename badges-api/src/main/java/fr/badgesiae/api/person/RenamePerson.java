package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Corrects a worker's names at the desk. Badges already signed keep theirs. */
final class RenamePerson {
    private final Platform platform;

    RenamePerson(Platform platform) {
        this.platform = platform;
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

        /** A concurrent request saved other names; nothing was changed. */
        T savedSince(FindNames.Names now);
    }

    /**
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    Outcome apply(Principal by, PersonId person, int revision, PersonForm form) {
        Errors errors = form.check();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            FindNames.read(handle, by.organisation(), person);
            return errors.isEmpty() ? save(handle, by, person, revision, form) : new Outcome.Invalid(errors);
        });
    }

    private Outcome save(Handle handle, Principal by, PersonId person, int revision, PersonForm form) {
        UUID id = person.value();
        int rows = handle.attach(PersonDao.class)
                .rename(
                        id,
                        by.organisation().value(),
                        revision,
                        form.firstName(),
                        form.lastName(),
                        platform.clock().instant());
        if (rows == 1) {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(), Actor.account(by.account()), PersonAudit.WORKER_CHANGED, id));
            return new Outcome.Saved();
        }
        FindNames.Names now = FindNames.read(handle, by.organisation(), person);
        return now.form().equals(form) ? new Outcome.Saved() : new Outcome.SavedSince(now);
    }
}
