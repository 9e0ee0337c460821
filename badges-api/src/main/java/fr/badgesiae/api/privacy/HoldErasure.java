package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Holds the erasure of a desk file by the job while a dispute needs it, or ends the hold. */
public final class HoldErasure {
    private final Platform platform;
    private final People people;

    HoldErasure(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    /**
     * Holds or releases; the same twice changes nothing. The spaces with the badges of the file are locked first, as their
     * closing does: one of the two waits.
     *
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public void apply(Principal by, PersonId person, boolean hold) {
        platform.database().inOrganisation(by.organisation(), handle -> set(handle, by, person, hold));
    }

    private boolean set(Handle handle, Principal by, PersonId person, boolean hold) {
        RetentionDao dao = handle.attach(RetentionDao.class);
        dao.lockSpaces(person.value());
        people.require(handle, by.organisation(), person);
        int changed = dao.hold(
                person.value(), by.organisation().value(), hold ? by.zone().today(platform.clock()) : null);
        if (changed == 1) {
            PrivacyAudit code = hold ? PrivacyAudit.ERASURE_HELD : PrivacyAudit.ERASURE_RELEASED;
            Actor actor = Actor.account(by.account());
            platform.audit().record(handle, new AuditEvent(by.organisation(), actor, code, person.value()));
        }
        return changed == 1;
    }
}
