package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes a link by which a holder shows a badge. Every badge is private until then. */
public final class ShareBadge {
    /** The duration that the form proposes, and the longest, in days. */
    public static final int DEFAULT_DAYS = 90;

    public static final int MOST_DAYS = 730;
    public static final int MOST_LABEL = 80;

    private final Database database;
    private final ShareLinks links;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    ShareBadge(Database database, ShareLinks links, Ids ids, Clock clock, Audit audit) {
        this.database = database;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The badge to show, and for how long.
     *
     * @param credential the edition to show
     * @param label 1 to 80 characters
     * @param days 1 to 730
     */
    public record Wish(CredentialId credential, String label, int days) {
        public Wish {
            if (label.isBlank() || label.length() > MOST_LABEL || days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("a share link needs a short label and an end within two years");
            }
        }
    }

    /**
     * Makes the link.
     *
     * @return its id
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force
     */
    public UUID apply(HolderId holder, Wish wish) {
        UUID id = ids.uuid();
        Code code = ids.code();
        byte[] lookup = links.lookup(code);
        byte[] sealed = links.seal(code, id, holder);
        Instant now = clock.instant();
        Instant ends = now.plus(Duration.ofDays(wish.days()));
        return database.inHolder(holder, handle -> {
            ShareLinkDao dao = handle.attach(ShareLinkDao.class);
            UUID credential = wish.credential().value();
            if (dao.insert(
                            id,
                            holder.value(),
                            credential,
                            lookup,
                            sealed,
                            wish.label().strip(),
                            now,
                            ends)
                    == 0) {
                throw ProblemException.notFound();
            }
            audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.SHARE_CREATED, id));
            return id;
        });
    }
}
