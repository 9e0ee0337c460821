package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Holds the erasure of a desk file by the job while a dispute needs it, or ends the hold. */
public final class HoldErasure {
    private final Platform platform;
    private final People people;

    HoldErasure(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    /**
     * Holds or releases; the same twice changes nothing.
     *
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public void apply(Principal by, PersonId person, boolean hold) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), person);
            int changed = handle.attach(RetentionDao.class)
                    .hold(
                            person.value(),
                            by.organisation().value(),
                            hold ? by.zone().today(platform.clock()) : null);
            if (changed == 1) {
                PrivacyAudit code = hold ? PrivacyAudit.ERASURE_HELD : PrivacyAudit.ERASURE_RELEASED;
                Actor actor = Actor.account(by.account());
                platform.audit().record(handle, new AuditEvent(by.organisation(), actor, code, person.value()));
            }
            return changed;
        });
    }
}
