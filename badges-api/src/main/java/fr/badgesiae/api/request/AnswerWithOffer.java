package fr.badgesiae.api.request;

import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.request.content.RequestAudit;
import org.jdbi.v3.core.Handle;

/** An offer answers the open requests of its person for its badge, however it is made: alone, or with those of a run. */
final class AnswerWithOffer {
    private final Platform platform;

    AnswerWithOffer(Platform platform) {
        this.platform = platform;
    }

    /** In the transaction that makes the offer. */
    void offered(Handle handle, AskedBadges.Made made) {
        int closed = handle.attach(RequestDao.class)
                .accept(
                        made.person().value(),
                        made.organisation().value(),
                        made.badge().value(),
                        made.offer(),
                        platform.clock().instant());
        if (closed > 0) {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    made.organisation(),
                                    Actor.account(made.by()),
                                    RequestAudit.REQUEST_ACCEPTED,
                                    made.person().value()));
        }
    }
}
