package fr.badgesiae.api.platform.mail;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Messages to holders. A message is written in the transaction of the act that causes it: it goes out when the act is
 * committed, and never without it. A job sends it, at least once.
 */
public final class Outbox {
    private final MailSettings settings;
    private final SealMessage seal;
    private final Ids ids;
    private final Clock clock;

    public Outbox(MailSettings settings, Vault vault, Ids ids, Clock clock) {
        this.settings = settings;
        this.seal = new SealMessage(vault);
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether messages of this kind are sent. */
    public boolean sends(MessageKind kind) {
        return settings.sends(kind);
    }

    /** Whether messages of any kind are sent. */
    public boolean sendsAny() {
        return Arrays.stream(MessageKind.values()).anyMatch(settings::sends);
    }

    /**
     * Writes a message, in the caller's transaction. One of a kind that is off is dropped.
     *
     * @param holder whose erasure deletes it while it waits
     */
    public void write(Handle handle, HolderId holder, OutgoingMessage message) {
        if (!sends(message.kind())) {
            return;
        }
        UUID id = ids.uuid();
        handle.attach(OutboxDao.class)
                .insert(id, message.kind(), holder.value(), seal.seal(id, message), clock.instant());
    }
}
