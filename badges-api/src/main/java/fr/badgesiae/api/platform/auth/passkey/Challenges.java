package fr.badgesiae.api.platform.auth.passkey;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Challenges of 256 random bits, each signed once, on whichever node, and in the browser that asked for it. */
final class Challenges {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    Challenges(Vault vault, Ids ids, Clock clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new one.
     *
     * @param browser the session or visit that it is for
     * @param holder who registers; null before anybody is known
     */
    byte[] create(Handle handle, Ceremony ceremony, String browser, @Nullable HolderId holder) {
        byte[] challenge = ids.bytes(32);
        Instant now = clock.instant();
        handle.attach(PasskeyDao.class)
                .insertChallenge(
                        ids.uuid(),
                        Sha256.of(challenge),
                        ceremony,
                        bound(ceremony, browser),
                        holder == null ? null : holder.value(),
                        now,
                        now.plus(LIFETIME));
        return challenge;
    }

    /** Whether this one was created for this browser and was not spent before. From now on it is. */
    boolean spend(Handle handle, byte[] challenge, Ceremony ceremony, String browser, @Nullable HolderId holder) {
        return handle.attach(PasskeyDao.class)
                        .spendChallenge(
                                Sha256.of(challenge),
                                ceremony,
                                bound(ceremony, browser),
                                holder == null ? null : holder.value(),
                                clock.instant())
                > 0;
    }

    private byte[] bound(Ceremony ceremony, String browser) {
        return vault.lookup("passkey_challenge." + ceremony, browser);
    }
}
