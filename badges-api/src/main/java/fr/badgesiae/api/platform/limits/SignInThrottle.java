package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down who tries again and again: after a few failures under one key each further one doubles the wait, up to an
 * hour. Keys are hashed; the table outlives a restart and is shared by all nodes. Many failures over all keys of a purpose
 * put a brake of a few seconds on everybody.
 */
public final class SignInThrottle {
    private static final String EVERYBODY = "";
    private static final int FREE_OF_ALL = 500;
    private static final int FREE = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_BRAKE = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    public SignInThrottle(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Whether a try may be looked at now. It counts as failed under its key until {@link #succeeded}, so that many at the
     * same time gain nothing.
     */
    public boolean allowed(String purpose, String key) {
        return !braked(purpose) && count(purpose, key, FREE, LONGEST_WAIT);
    }

    private boolean braked(String purpose) {
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

    /** The try was wrong: it stays counted under its key, and counts for the brake on everybody. */
    public void failed(String purpose) {
        count(purpose, EVERYBODY, FREE_OF_ALL, LONGEST_BRAKE);
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
                        .bind("forgotten", now.minus(FORGOTTEN))
                        .bind("free", free)
                        .bind("longest", (double) longest.toSeconds())
                        .bind("first", (double) FIRST_WAIT.toSeconds())
                        .execute()
                > 0);
    }

    /** Forgets the failures under this key. */
    public void succeeded(String purpose, String key) {
        database.inPublic(
                handle -> handle.createUpdate("DELETE FROM attempt WHERE purpose = :purpose AND key_hash = :key")
                        .bind("purpose", purpose)
                        .bind("key", hash(purpose, key))
                        .execute());
    }

    /** Removes what no longer counts; for a job. */
    public void sweep() {
        Instant now = clock.instant();
        database.inPublic(handle -> handle.createUpdate(
                        "DELETE FROM attempt WHERE last_at < :forgotten AND blocked_until <= :now")
                .bind("forgotten", now.minus(FORGOTTEN))
                .bind("now", now)
                .execute());
    }

    private byte[] hash(String purpose, String key) {
        return vault.lookup("attempt." + purpose, key);
    }
}
