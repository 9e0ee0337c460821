package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Throttles wrong passwords. After a few under one name and network, each further one doubles the wait, up to an hour: whoever
 * guesses elsewhere makes nobody else wait. A device that the name signed in on before has a wait of its own and is not bound
 * by the limits of networks and of all. Those close a network that tries many names; over all names and for one name from many
 * networks they leave fewer tries before the first wait, never none. Keys are hashed; the tables survive a restart and are
 * shared by all nodes.
 */
public final class SignInThrottle {
    private static final String SIGN_IN = "sign-in";
    private static final String EVERYBODY = "";
    private static final int FREE = 4;
    private static final int FREE_WHEN_MANY_FAIL = 1;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration EXPIRY = Duration.ofDays(1);

    private final Database database;
    private final Vault vault;
    private final Clock clock;
    private final FailureCounts counts;

    SignInThrottle(Database database, Vault vault, Clock clock, FailureCounts counts) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.counts = counts;
    }

    /**
     * Whether the password of this name may be checked now. It counts as failed for name and network until {@link #succeeded},
     * so that concurrent attempts gain nothing.
     */
    public boolean allowed(String name, Client client) {
        if (isKnown(name, client)) {
            return count(SIGN_IN, place(name, client), FREE);
        }
        ClientNetwork network = client.network();
        Map<Limit, Double> found = counts.within(keys(name, client));
        boolean networkClosed = FailureCounts.isClosed(found, Limit.SIGN_IN_NETWORK)
                || FailureCounts.isClosed(found, Limit.SIGN_IN_WIDE_NETWORK);
        if (networkClosed && network.known()) {
            return false;
        }
        boolean many = networkClosed
                || FailureCounts.isClosed(found, Limit.SIGN_IN_NAME)
                || FailureCounts.isClosed(found, Limit.SIGN_IN_ALL);
        return count(SIGN_IN, place(name, client), many ? FREE_WHEN_MANY_FAIL : FREE);
    }

    /**
     * Counts a wrong password in the limits over many, in the transaction of the caller; its name and network were counted by
     * {@link #allowed}.
     */
    public void failed(Handle handle, String name, Client client) {
        counts.failed(handle, keys(name, client));
    }

    /** Deletes the failures of this name in this network or on this device, and marks the device. */
    public void succeeded(String name, Client client) {
        succeeded(SIGN_IN, place(name, client));
        client.device().remember(KnownDevice.Kind.ACCOUNT, name);
    }

    /**
     * The same wait for a password or PIN that somebody else cannot try.
     *
     * @param purpose of the password or PIN, with counts of its own
     */
    public boolean allowed(String purpose, String key) {
        return count(purpose, key, FREE);
    }

    /** Deletes the failures under this key. */
    public void succeeded(String purpose, String key) {
        database.look(handle -> handle.createUpdate("DELETE FROM attempt WHERE purpose = :purpose AND key_hash = :key")
                .bind("purpose", purpose)
                .bind("key", hash(purpose, key))
                .execute());
    }

    /** Deletes expired waits; for a job. */
    void sweep() {
        Instant now = clock.instant();
        database.look(handle -> handle.createUpdate(
                        "DELETE FROM attempt WHERE last_at < :forgotten AND blocked_until <= :now")
                .bind("forgotten", now.minus(EXPIRY))
                .bind("now", now)
                .execute());
    }

    /**
     * One statement decides and counts, under the lock of the row. A try before the first wait blocks nothing, whatever the
     * order of the instants of concurrent tries.
     */
    private boolean count(String purpose, String key, int free) {
        Instant now = clock.instant();
        return database.look(handle -> handle.createUpdate("""
                        INSERT INTO attempt AS a (purpose, key_hash, failures, last_at, blocked_until)
                        VALUES (:purpose, :key, 1, :now, '-infinity')
                        ON CONFLICT (purpose, key_hash) DO UPDATE SET
                            failures = CASE WHEN a.last_at < :forgotten THEN 1 ELSE a.failures + 1 END,
                            last_at = greatest(a.last_at, :now),
                            blocked_until = CASE WHEN a.last_at < :forgotten OR a.failures < :free THEN '-infinity'
                                ELSE greatest(a.last_at, :now) + make_interval(secs =>
                                    least(:longest, :first * power(2, least(a.failures - :free, 20)))) END
                        WHERE a.blocked_until <= :now
                        """)
                        .bind("purpose", purpose)
                        .bind("key", hash(purpose, key))
                        .bind("now", now)
                        .bind("forgotten", now.minus(EXPIRY))
                        .bind("free", free)
                        .bind("longest", (double) LONGEST_WAIT.toSeconds())
                        .bind("first", (double) FIRST_WAIT.toSeconds())
                        .execute()
                > 0);
    }

    private static boolean isKnown(String name, Client client) {
        return client.device().knows(KnownDevice.Kind.ACCOUNT, name);
    }

    /** Where the failures of a name count: on the device that knows it, or in the network of the client. */
    private static String place(String name, Client client) {
        return isKnown(name, client)
                ? "device|" + client.device().id() + "|" + name
                : "network|" + client.network().near() + "|" + name;
    }

    private static List<FailureCounts.Key> keys(String name, Client client) {
        return List.of(
                new FailureCounts.Key(Limit.SIGN_IN_NAME, name),
                new FailureCounts.Key(Limit.SIGN_IN_NETWORK, client.network().near()),
                new FailureCounts.Key(
                        Limit.SIGN_IN_WIDE_NETWORK, client.network().wide()),
                new FailureCounts.Key(Limit.SIGN_IN_ALL, EVERYBODY));
    }

    private byte[] hash(String purpose, String key) {
        return vault.lookup("attempt." + purpose, key);
    }
}
