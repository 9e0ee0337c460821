package fr.badgesiae.api.account.member;

import fr.badgesiae.api.account.lent.Delegations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A manager changes the rights of a member. They hold from the member's next request; their sessions stay. Whoever may not manage
 * any more made no link that still opens.
 */
public final class ChangeRights {
    private final Platform platform;

    public ChangeRights(Platform platform) {
        this.platform = platform;
    }

    public enum Outcome {
        SAVED,

        /** Nobody would manage the organisation any more; nothing was changed. */
        LAST_MANAGER,

        /** Somebody else changed the rights after the form was made; nothing was changed. */
        SAVED_SINCE
    }

    /**
     * @param revision the one that the form was made from
     * @throws ProblemException NOT_FOUND unless this is an active member
     */
    public Outcome apply(Principal by, AccountId member, int revision, RightsChoice choice) {
        return platform.database()
                .inOrganisation(by.organisation(), handle -> change(handle, by, member, revision, choice));
    }

    private Outcome change(Handle handle, Principal by, AccountId id, int revision, RightsChoice choice) {
        MemberDao dao = handle.attach(MemberDao.class);
        UUID organisation = by.organisation().value();
        // Locked in one order and before the member: of two managers who demote each other, the second is refused.
        List<UUID> managers = dao.lockManagers(organisation);
        Member before = dao.find(organisation, id.value())
                .filter(Member::active)
                .filter(member -> !member.rights().network())
                .orElseThrow(ProblemException::notFound);
        if (managers.equals(List.of(id.value())) && !choice.rights().contains(Right.MANAGE)) {
            return Outcome.LAST_MANAGER;
        }
        if (!managers.contains(by.account().value())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
        Set<Right> chosen = choice.byHand();
        String @Nullable [] byHand = chosen == null ? null : RightsChoice.names(chosen);
        if (dao.setRights(organisation, id.value(), choice.role(), byHand, revision) != 1) {
            return Outcome.SAVED_SINCE;
        }
        if (!before.rights().held().equals(choice.rights())) {
            record(handle, by, id, before.rights().held(), choice.rights());
        }
        Delegations.endBeyond(
                        handle,
                        by.organisation(),
                        id,
                        choice.rights(),
                        platform.clock().instant())
                .forEach(taker -> audit(handle, by, AccountAudit.DELEGATION_ENDED, taker));
        if (!choice.rights().contains(Right.MANAGE)) {
            handle.attach(LinkDao.class)
                    .cancelMadeBy(organisation, id.value(), platform.clock().instant());
        }
        return Outcome.SAVED;
    }

    private void record(Handle handle, Principal by, AccountId member, Set<Right> before, Set<Right> after) {
        OrganisationId organisation = by.organisation();
        handle.attach(MemberDao.class)
                .insertChange(
                        platform.ids().uuid(),
                        organisation.value(),
                        member.value(),
                        by.account().value(),
                        RightsChoice.names(before),
                        RightsChoice.names(after),
                        platform.clock().instant());
        audit(handle, by, AccountAudit.MEMBER_RIGHTS_CHANGED, member.value());
    }

    private void audit(Handle handle, Principal by, AccountAudit code, UUID member) {
        platform.audit().record(handle, new AuditEvent(by.organisation(), Actor.account(by.account()), code, member));
    }
}
