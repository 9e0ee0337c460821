package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes and unmakes the links by which a holder shows a badge. Everything is private until then. */
public final class ShareBadge {
    /** How long a link shows the badge unless its holder says otherwise, and the longest they may say, in days. */
    public static final int DEFAULT_DAYS = 90;

    public static final int MOST_DAYS = 730;
    public static final int MOST_LABEL = 80;

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    ShareBadge(Database database, Vault vault, Ids ids, Clock clock, Audit audit) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What to show, and how long.
     *
     * @param organisation whose badge it is
     * @param credential the edition to show; the caller has made sure that it is this holder's
     * @param label 1 to 80 characters
     * @param days 1 to 730
     */
    public record Wish(OrganisationId organisation, UUID credential, String label, int days) {
        public Wish {
            if (label.isBlank() || label.length() > MOST_LABEL || days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("a share link needs a short label and an end within two years");
            }
        }
    }

    /** Makes a link. */
    public UUID share(HolderId holder, Wish wish) {
        UUID id = ids.uuid();
        Code code = ids.code();
        byte[] sealed = vault.seal(code.value().getBytes(StandardCharsets.UTF_8), ShareLinks.context(id, holder));
        return database.inHolder(holder, handle -> {
            handle.attach(ShareLinkDao.class)
                    .insert(
                            id,
                            wish.organisation().value(),
                            holder.value(),
                            wish.credential(),
                            vault.lookup(ShareLinks.LOOKUP, code.value()),
                            sealed,
                            wish.label().strip(),
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(wish.days())));
            record(handle, holder, AuditCode.SHARE_CREATED, id);
            return id;
        });
    }

    /** Switches one link off for good; false when it is not this holder's or was off already. */
    public boolean switchOff(HolderId holder, UUID link) {
        return database.inHolder(holder, handle -> {
            boolean done = handle.attach(ShareLinkDao.class).switchOff(link, holder.value(), clock.instant()) == 1;
            if (done) {
                record(handle, holder, AuditCode.SHARE_SWITCHED_OFF, link);
            }
            return done;
        });
    }

    /** Switches every link off: nothing of this holder is shown to anybody any more. */
    public int hideEverything(HolderId holder) {
        return database.inHolder(holder, handle -> {
            int hidden = handle.attach(ShareLinkDao.class).switchAllOff(holder.value(), clock.instant());
            record(handle, holder, AuditCode.ALL_HIDDEN, holder.value());
            return hidden;
        });
    }

    private void record(Handle handle, HolderId holder, AuditCode code, UUID subject) {
        audit.record(handle, new AuditEvent(null, Actor.holder(holder), code, subject));
    }
}
