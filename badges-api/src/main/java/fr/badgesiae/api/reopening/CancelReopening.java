package fr.badgesiae.api.reopening;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Cancels the slip of a reopening that waits. */
final class CancelReopening {
    private final Platform platform;
    private final People people;

    CancelReopening(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    /** @throws ProblemException NOT_FOUND for a person of another organisation */
    void apply(Principal by, PersonId person) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), person);
            int cancelled = handle.attach(ReopeningDao.class)
                    .cancel(person.value(), by.organisation().value());
            if (cancelled == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        ReopeningAudit.ACCESS_REOPENING_CANCELLED,
                                        person.value()));
            }
            return cancelled == 1;
        });
    }
}
