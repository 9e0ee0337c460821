package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Corrects a worker's names at the desk. Badges that show them are signed again, once the member has read how many. */
public final class RenamePerson {
    private final Platform platform;
    private final NamedBadges badges;

    RenamePerson(Platform platform, NamedBadges badges) {
        this.platform = platform;
        this.badges = badges;
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
            return now.revision() == revision
                    ? save(handle, by, person, revision, form, agreed)
                    : Decision.of(since(now, form));
        });
        decision.after().run();
        return decision.outcome();
    }

    private Decision save(Handle handle, Principal by, PersonId person, int revision, PersonForm form, int agreed) {
        UUID id = person.value();
        int changed = badges.changedBy(handle, by.organisation(), person, form.firstName(), form.lastName());
        if (changed > 0 && changed != agreed) {
            return Decision.of(new Outcome.Reissues(changed));
        }
        int rows = handle.attach(PersonDao.class)
                .rename(
                        id,
                        by.organisation().value(),
                        revision,
                        form.firstName(),
                        form.lastName(),
                        platform.clock().instant());
        if (rows == 0) {
            return Decision.of(since(FindNames.read(handle, by.organisation(), person), form));
        }
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(by.organisation(), Actor.account(by.account()), PersonAudit.WORKER_CHANGED, id));
        return new Decision(new Outcome.Saved(), badges.reissue(handle, by.organisation(), person));
    }

    private static Outcome since(FindNames.Names now, PersonForm form) {
        return now.form().equals(form) ? new Outcome.Saved() : new Outcome.SavedSince(now);
    }
}
