package fr.badgesiae.api.account.leaving;

import fr.badgesiae.api.account.lent.Delegations;
import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.todo.OpenWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** A manager ends a membership, with its sessions and the links that open or were made by the member; somebody takes over what waits for the member. */
public final class DeactivateMember {
    private final Platform platform;
    private final Sessions sessions;
    private final Handover handover;

    /** @param work of all features */
    public DeactivateMember(Platform platform, Sessions sessions, Supplier<List<OpenWork>> work) {
        this.platform = platform;
        this.sessions = sessions;
        this.handover = new Handover(work);
    }

    public enum Outcome {
        DEACTIVATED,

        /** Nobody would manage the organisation any more; nothing was changed. */
        LAST_MANAGER,

        /** Something waits for the member, and no other active member was chosen; nothing was changed. */
        NOBODY_TAKES_OVER
    }

    /**
     * @param taker who takes over what waits for the member
     * @throws ProblemException NOT_FOUND unless this is an active member; FORBIDDEN for whoever does not manage any more
     */
    public Outcome apply(OrganisationId organisation, AccountId by, AccountId member, Optional<AccountId> taker) {
        return platform.database()
                .inOrganisation(organisation, handle -> deactivate(handle, organisation, by, member, taker));
    }

    private Outcome deactivate(
            Handle handle, OrganisationId organisation, AccountId by, AccountId member, Optional<AccountId> taker) {
        LeavingDao dao = handle.attach(LeavingDao.class);
        UUID id = member.value();
        UUID chosen = taker.map(AccountId::value).orElse(null);
        List<UUID> locked = dao.lock(organisation.value(), id, chosen);
        if (!locked.contains(id)) {
            throw ProblemException.notFound();
        }
        List<UUID> managers = dao.managers(organisation.value());
        if (managers.equals(List.of(id))) {
            return Outcome.LAST_MANAGER;
        }
        if (!managers.contains(by.value())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
        Instant now = platform.clock().instant();
        if (!handover.of(handle, organisation.value(), id, now).isEmpty()) {
            if (chosen == null || chosen.equals(id) || !locked.contains(chosen)) {
                return Outcome.NOBODY_TAKES_OVER;
            }
            handover.move(handle, organisation.value(), id, chosen, now);
            record(handle, organisation, by, AccountAudit.WORK_HANDED_OVER, chosen);
        }
        dao.deactivate(organisation.value(), id, now);
        Links.endOf(handle, organisation, member, now);
        Delegations.endOf(handle, organisation, member, now)
                .forEach(other -> record(handle, organisation, by, AccountAudit.DELEGATION_ENDED, other));
        record(handle, organisation, by, AccountAudit.MEMBER_DEACTIVATED, id);
        sessions.closeAll(handle, organisation, member);
        return Outcome.DEACTIVATED;
    }

    private void record(Handle handle, OrganisationId organisation, AccountId by, AccountAudit code, UUID subject) {
        platform.audit().record(handle, new AuditEvent(organisation, Actor.account(by), code, subject));
    }
}
