package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;

/** An administrator cancels an open invitation. */
public final class CancelInvitation {
    private final Platform platform;

    public CancelInvitation(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for an unknown, used or cancelled invitation */
    public void apply(OrganisationId organisation, AccountId by, InvitationId invitation) {
        platform.database().inOrganisation(organisation, handle -> {
            int rows = handle.attach(LinkDao.class)
                    .cancel(
                            organisation.value(),
                            invitation.value(),
                            platform.clock().instant());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation,
                                    Actor.account(by),
                                    AccountAudit.INVITATION_CANCELLED,
                                    invitation.value()));
            return true;
        });
    }
}
