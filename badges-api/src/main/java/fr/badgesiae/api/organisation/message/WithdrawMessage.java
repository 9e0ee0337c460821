package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Withdraws a message: nobody reads it any more. */
final class WithdrawMessage {
    private final Platform platform;

    WithdrawMessage(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for a message of another network */
    void apply(Principal by, MessageId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            if (dao.find(id.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            int rows = dao.withdraw(
                    id.value(), by.organisation().value(), platform.clock().instant());
            if (rows == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        MessageAudit.NETWORK_MESSAGE_WITHDRAWN,
                                        id.value()));
            }
            return rows;
        });
    }
}
