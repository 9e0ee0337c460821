package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EventAudit;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;

/** Changes an event, ends it before its time, or opens it again. Its badge and its code stay. */
public final class ChangeEvent {
    private final Platform platform;

    ChangeEvent(Platform platform) {
        this.platform = platform;
    }

    /** What becomes of it. */
    public sealed interface Change permits Rewrite, End, Reopen {}

    /** Other words, day, window or number; checked before. */
    public record Rewrite(EventForm form) implements Change {}

    /** Its page takes no names any more. */
    public record End() implements Change {}

    /** It takes them again, within its window. */
    public record Reopen() implements Change {}

    /** @throws ProblemException NOT_FOUND for an event of another organisation */
    public EventId apply(Principal by, EventId id, Change change) {
        Instant now = platform.clock().instant();
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            EventDao dao = handle.attach(EventDao.class);
            if (dao.lock(id.value(), organisation).isEmpty()) {
                throw ProblemException.notFound();
            }
            int changed;
            EventAudit code;
            if (change instanceof Rewrite rewrite) {
                changed = dao.change(id.value(), organisation, rewrite.form().read(by.zone()), now);
                code = EventAudit.EVENT_CHANGED;
            } else if (change instanceof End) {
                changed = dao.end(id.value(), organisation, now, now);
                code = EventAudit.EVENT_ENDED;
            } else {
                changed = dao.end(id.value(), organisation, null, now);
                code = EventAudit.EVENT_REOPENED;
            }
            if (changed > 0) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(by.organisation(), Actor.account(by.account()), code, id.value()));
            }
            return id;
        });
    }
}
