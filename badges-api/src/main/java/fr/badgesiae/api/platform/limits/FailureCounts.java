package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Wrong guesses in sliding windows, in the database: all nodes share them. Of each key two windows are kept, this one and the
 * one before, which counts for the part of it that the sliding window still covers. A count is added under the lock of its row
 * and never lost; an instant of a slower thread or node belongs to the window that is there already.
 */
final class FailureCounts {
    private static final String UNCOUNTED = "uncounted";

    private final Database database;
    private final Vault vault;
    private final Clock clock;
    private final ThrottleAlerts alerts;

    FailureCounts(Database database, Vault vault, Clock clock, ThrottleAlerts alerts) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.alerts = alerts;
    }

    /** What a limit counts: a slip, a network, a name. Stored as a keyed hash. */
    record Key(Limit limit, String subject) {}

    /** The wrong guesses of each limit within its window; a limit without any is missing. */
    Map<Limit, Double> within(List<Key> keys) {
        Instant now = clock.instant();
        Map<Limit, Double> found = new EnumMap<>(Limit.class);
        database.look(handle -> handle.createQuery("""
                        SELECT t.name, t.window_at, t.failures, t.failures_before
                        FROM throttle t
                        JOIN unnest(:names, :keys) AS wanted (name, key)
                            ON t.name = wanted.name AND t.key_hash = decode(wanted.key, 'hex')
                        """)
                        .bindArray("names", String.class, names(keys))
                        .bindArray("keys", String.class, hashes(keys))
                        .map((row, context) -> counted(row))
                        .list())
                .forEach(row -> found.put(row.limit(), row.within(now)));
        return found;
    }

    static boolean isClosed(Map<Limit, Double> counts, Limit limit) {
        return counts.getOrDefault(limit, 0.0) >= limit.most();
    }

    /**
     * Counts one for each key, unless a limit of one of them is closed; then none is counted. Decided under the locks of the rows:
     * whoever asks many times at once gains nothing.
     */
    boolean counted(List<Key> keys) {
        return database.inPublic(handle -> {
            handle.savepoint(UNCOUNTED);
            Instant now = clock.instant();
            List<Counted> counts = add(handle, keys, now);
            if (counts.stream().anyMatch(row -> row.wasClosed(now))) {
                handle.rollbackToSavepoint(UNCOUNTED);
                return false;
            }
            alert(counts, now);
            return true;
        });
    }

    /** Counts a wrong guess for each key, at once. The guess that closes a limit raises an alert. */
    void failed(List<Key> keys) {
        database.look(handle -> {
            failed(handle, keys);
            return keys;
        });
    }

    /** The same in a transaction of the caller, with which the count is lost. */
    void failed(Handle handle, List<Key> keys) {
        Instant now = clock.instant();
        alert(add(handle, keys, now), now);
    }

    private void alert(List<Counted> counts, Instant now) {
        counts.stream()
                .filter(row -> row.closedBy(now))
                .forEach(row -> alerts.closed(row.limit().label()));
    }

    private List<Counted> add(Handle handle, List<Key> keys, Instant now) {
        return handle.createQuery("""
                        INSERT INTO throttle AS t (name, key_hash, window_at, failures, failures_before, ends_at)
                        SELECT name, decode(key, 'hex'), window_at, 1, 0, window_at + 2 * length
                        FROM unnest(:names, :keys, CAST(:starts AS timestamptz[]), CAST(:lengths AS interval[]))
                            AS counted (name, key, window_at, length)
                        ORDER BY 1, 2
                        ON CONFLICT (name, key_hash) DO UPDATE SET
                            failures = CASE WHEN excluded.window_at <= t.window_at THEN t.failures + 1 ELSE 1 END,
                            failures_before = CASE
                                WHEN excluded.window_at <= t.window_at THEN t.failures_before
                                WHEN excluded.window_at < t.ends_at THEN t.failures
                                ELSE 0 END,
                            window_at = greatest(t.window_at, excluded.window_at),
                            ends_at = greatest(t.ends_at, excluded.ends_at)
                        RETURNING name, window_at, failures, failures_before
                        """)
                .bindArray("names", String.class, names(keys))
                .bindArray("keys", String.class, hashes(keys))
                .bindArray(
                        "starts",
                        String.class,
                        keys.stream().map(key -> start(key.limit(), now)).toList())
                .bindArray(
                        "lengths",
                        String.class,
                        keys.stream()
                                .map(key -> key.limit().window().toString())
                                .toList())
                .map((row, context) -> counted(row))
                .list();
    }

    /** Deletes counts that no window covers; for a job. */
    void sweep() {
        database.look(handle -> handle.createUpdate("DELETE FROM throttle WHERE ends_at < :now")
                .bind("now", clock.instant())
                .execute());
    }

    private static String start(Limit limit, Instant now) {
        long length = limit.window().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length)
                .atOffset(ZoneOffset.UTC)
                .toString();
    }

    private static List<String> names(List<Key> keys) {
        return keys.stream().map(key -> key.limit().name()).toList();
    }

    private List<String> hashes(List<Key> keys) {
        return keys.stream()
                .map(key -> HexFormat.of().formatHex(vault.lookup("throttle." + key.limit(), key.subject())))
                .toList();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                Limit.valueOf(row.getString("name")),
                row.getObject("window_at", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                row.getInt("failures_before"));
    }

    /**
     * The row of a key.
     *
     * @param start of the window of {@code failures}
     * @param before failures of the window before that one
     */
    private record Counted(Limit limit, Instant start, int failures, int before) {
        double within(Instant now) {
            double windows = (double) Duration.between(start, now).toMillis()
                    / limit.window().toMillis();
            if (windows <= 0) {
                return failures + (double) before;
            }
            return windows < 1 ? failures + before * (1 - windows) : failures * Math.max(0, 2 - windows);
        }

        /** Whether the last failure is the one that reaches the limit. */
        boolean closedBy(Instant now) {
            return within(now) >= limit.most() && !wasClosed(now);
        }

        /** Whether the limit was reached before the last failure. */
        boolean wasClosed(Instant now) {
            return within(now) - 1 >= limit.most();
        }
    }
}
