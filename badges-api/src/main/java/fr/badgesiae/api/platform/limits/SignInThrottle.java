package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Throttles repeated attempts. After a few failures under one key, each further failure doubles the wait, up to an hour.
 * Many failures over all keys of a purpose delay everybody by a few seconds. Keys are hashed; the table survives a restart
 * and is shared by all nodes.
 */
public final class SignInThrottle {
    private static final String EVERYBODY = "";
    private static final int FREE_TOGETHER = 500;
    private static final int FREE = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_COMMON_WAIT = Duration.ofSeconds(5);
    private static final Duration EXPIRY = Duration.ofDays(1);

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    public SignInThrottle(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Whether an attempt may be checked now. It counts as failed until {@link #succeeded}, so that concurrent attempts gain
     * nothing.
     */
    public boolean allowed(String purpose, String key) {
        return !blockedForAll(purpose) && count(purpose, key, FREE, LONGEST_WAIT);
    }

    private boolean blockedForAll(String purpose) {
        Instant now = clock.instant();
        return database.inPublic(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM attempt
                        WHERE purpose = :purpose AND key_hash = :key AND blocked_until > :now)
                        """)
                .bind("purpose", purpose)
                .bind("key", hash(purpose, EVERYBODY))
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    /** Counts a failed attempt in the common limit too; its key was counted by {@link #allowed}. */
    public void failed(String purpose) {
        count(purpose, EVERYBODY, FREE_TOGETHER, LONGEST_COMMON_WAIT);
    }

    private boolean count(String purpose, String key, int free, Duration longest) {
        Instant now = clock.instant();
        return database.inPublic(handle -> handle.createUpdate("""
                        INSERT INTO attempt AS a (purpose, key_hash, failures, last_at, blocked_until)
                        VALUES (:purpose, :key, 1, :now, :now)
                        ON CONFLICT (purpose, key_hash) DO UPDATE SET
                            failures = CASE WHEN a.last_at < :forgotten THEN 1 ELSE a.failures + 1 END,
                            last_at = :now,
                            blocked_until = CASE WHEN a.last_at < :forgotten OR a.failures < :free THEN :now
                                ELSE CAST(:now AS timestamptz) + make_interval(secs =>
                                    least(:longest, :first * power(2, least(a.failures - :free, 20)))) END
                        WHERE a.blocked_until <= :now
                        """)
                        .bind("purpose", purpose)
                        .bind("key", hash(purpose, key))
                        .bind("now", now)
                        .bind("forgotten", now.minus(EXPIRY))
                        .bind("free", free)
                        .bind("longest", (double) longest.toSeconds())
                        .bind("first", (double) FIRST_WAIT.toSeconds())
                        .execute()
                > 0);
    }

    /** Deletes the failures under this key. */
    public void succeeded(String purpose, String key) {
        database.inPublic(
                handle -> handle.createUpdate("DELETE FROM attempt WHERE purpose = :purpose AND key_hash = :key")
                        .bind("purpose", purpose)
                        .bind("key", hash(purpose, key))
                        .execute());
    }

    /** Deletes expired rows; for a job. */
    public void sweep() {
        Instant now = clock.instant();
        database.inPublic(handle -> handle.createUpdate(
                        "DELETE FROM attempt WHERE last_at < :forgotten AND blocked_until <= :now")
                .bind("forgotten", now.minus(EXPIRY))
                .bind("now", now)
                .execute());
    }

    private byte[] hash(String purpose, String key) {
        return vault.lookup("attempt." + purpose, key);
    }
}
