package fr.badgesiae.api.reopening;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Records that an administrator looked at a reopening: it leaves the work list. */
final class ReviewReopening {
    private final Platform platform;

    ReviewReopening(Platform platform) {
        this.platform = platform;
    }

    /**
     * Records it, once.
     *
     * @throws ProblemException NOT_FOUND
     */
    void apply(Principal by, ReopeningId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            ReopeningDao dao = handle.attach(ReopeningDao.class);
            if (dao.find(id.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            int reviewed = dao.review(
                    id.value(),
                    by.organisation().value(),
                    by.account().value(),
                    platform.clock().instant());
            if (reviewed == 1) {
                AuditEvent event = new AuditEvent(
                        by.organisation(),
                        Actor.account(by.account()),
                        ReopeningAudit.ACCESS_REOPENING_REVIEWED,
                        id.value());
                platform.audit().record(handle, event);
            }
            return id;
        });
    }
}
