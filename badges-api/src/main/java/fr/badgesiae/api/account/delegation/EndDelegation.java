package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Whoever manages ends a delegation before its last day. It holds from the next request of the member. */
public final class EndDelegation {
    private final Platform platform;

    public EndDelegation(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for one of another member or organisation */
    public void apply(Principal by, AccountId member, DelegationId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            DelegationDao dao = handle.attach(DelegationDao.class);
            if (dao.find(by.organisation().value(), member.value(), id.value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            int ended = dao.end(
                    by.organisation().value(),
                    member.value(),
                    id.value(),
                    by.zone().today(platform.clock()),
                    platform.clock().instant());
            if (ended == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        AccountAudit.DELEGATION_ENDED,
                                        member.value()));
            }
            return ended;
        });
    }
}
