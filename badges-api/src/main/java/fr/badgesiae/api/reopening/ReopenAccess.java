package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A member makes the slip that reopens the space of a person who is there; the member is recorded as the witness. The card in
 * force works until the slip is used. A slip that waits already is cancelled.
 */
public final class ReopenAccess {
    /** Reopenings of one member within {@link #WINDOW}. */
    static final int MOST = 5;

    private static final Duration WINDOW = Duration.ofDays(1);

    private final Platform platform;
    private final People people;
    private final ReopeningSlips slips;
    private final ContactNotices notices;

    ReopenAccess(Platform platform, People people, ReopeningSlips slips, ContactNotices notices) {
        this.platform = platform;
        this.people = people;
        this.slips = slips;
        this.notices = notices;
    }

    /** The outcome. */
    public enum Outcome {
        MADE,
        /** The member made too many today. */
        TOO_MANY,
        /** The holder objected to the last one: only an administrator may make another. */
        OBJECTED
    }

    /**
     * Makes it.
     *
     * @throws ProblemException NOT_FOUND; CONFLICT for a person who has not accepted any badge here
     */
    public Outcome apply(Principal by, PersonId person, ReopeningReason reason) {
        UUID id = platform.ids().uuid();
        SlipSecrets secrets = slips.draw(id);
        OrganisationId organisation = by.organisation();
        return platform.database().inOrganisation(organisation, handle -> {
            Person whose = people.lock(handle, organisation, person).orElseThrow(ProblemException::notFound);
            HolderId holder = whose.holder();
            if (holder == null) {
                throw new ProblemException(ProblemType.CONFLICT, "This person has not accepted any badge yet.");
            }
            Outcome outcome = allowed(handle, by, person);
            if (outcome == Outcome.MADE) {
                make(handle, by, person, holder, reason, id, secrets);
            }
            return outcome;
        });
    }

    private Outcome allowed(Handle handle, Principal by, PersonId person) {
        ReopeningDao dao = handle.attach(ReopeningDao.class);
        UUID organisation = by.organisation().value();
        UUID member = by.account().value();
        dao.lockMember(organisation, member);
        Instant since = platform.clock().instant().minus(WINDOW);
        if (dao.madeBy(organisation, member, since) >= MOST) {
            return Outcome.TOO_MANY;
        }
        boolean objected = dao.latest(person.value(), organisation)
                .filter(last -> last.state() == ReopeningState.OBJECTED)
                .isPresent();
        return objected && !by.may(Permission.ORGANISATION) ? Outcome.OBJECTED : Outcome.MADE;
    }

    private void make(
            Handle handle,
            Principal by,
            PersonId person,
            HolderId holder,
            ReopeningReason reason,
            UUID id,
            SlipSecrets secrets) {
        ReopeningDao dao = handle.attach(ReopeningDao.class);
        UUID organisation = by.organisation().value();
        Instant now = platform.clock().instant();
        dao.cancel(person.value(), organisation);
        dao.insert(
                id,
                organisation,
                person.value(),
                holder.value(),
                by.account().value(),
                reason,
                now,
                now.plus(Reopening.LIFE),
                secrets);
        AuditEvent made = new AuditEvent(
                by.organisation(), Actor.account(by.account()), ReopeningAudit.ACCESS_REOPENING_MADE, id);
        platform.audit().record(handle, made);
        notices.reopeningMade(handle, holder);
    }
}
