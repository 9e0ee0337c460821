package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import fr.badgesiae.api.platform.limits.ThrottleAlerts;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) over an HMAC with the pepper: a copy of the database alone allows no guessing. The stored form
 * contains its parameters, as {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 */
public final class Passwords {
    /** The limit of comparisons, as in metrics and log lines. */
    public static final String LIMIT = "password-comparisons";

    /** Each needs 19 MiB and a processor for some 30 ms: more at a time would only be slower. */
    private static final int AT_A_TIME =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final String CROWDED = "Too many people sign in at the moment. Try again in a few seconds.";
    private static final Cost FULL = new Cost(19_456, 2);
    private static final Cost LEAST = new Cost(8, 1);
    private static final int LENGTH = 32;
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([\\w+/-]+)\\$([\\w+/-]+)");

    private final Vault vault;
    private final Ids ids;
    private final ConcurrencyLimit strangers;
    private final ConcurrencyLimit known;
    private final Cost cost;

    /** The parameters of new hashes; a stored hash is compared by its own. */
    private record Cost(int memoryKib, int passes) {}

    /** @param alerts is told when comparisons are refused */
    public Passwords(Vault vault, Ids ids, ThrottleAlerts alerts) {
        this(vault, ids, alerts, FULL);
    }

    private Passwords(Vault vault, Ids ids, ThrottleAlerts alerts, Cost cost) {
        this.vault = vault;
        this.ids = ids;
        this.cost = cost;
        this.strangers = limit(AT_A_TIME, alerts);
        this.known = limit(AT_A_TIME / 2, alerts);
        alerts.watch(LIMIT);
    }

    /** New hashes take next to no time and protect nothing: for the drawn secrets of invented people. */
    public static Passwords ofInventedPeople(Vault vault, Ids ids, ThrottleAlerts alerts) {
        return new Passwords(vault, ids, alerts, LEAST);
    }

    private static ConcurrencyLimit limit(int most, ThrottleAlerts alerts) {
        return new ConcurrencyLimit(most, LONGEST_WAIT, CROWDED, () -> alerts.closed(LIMIT));
    }

    /** Compares a secret with its stored form; within its turn. */
    public interface Comparison {
        /** In constant time. An absent or unreadable stored form matches nothing and costs the same time. */
        boolean matches(String secret, @Nullable String stored);
    }

    /**
     * Takes a turn for a comparison together with the counting of its attempt: what is refused for overload is not counted as
     * an attempt. People who are known here wait in a queue of their own, beside a flood of strangers.
     *
     * @param isKnown whether the person is signed in, or the device known for what is compared
     * @throws ProblemException OVERLOADED when no turn was free in time; nothing was done then
     */
    public <T> T inTurn(ClientNetwork network, boolean isKnown, Function<Comparison, T> act) {
        Supplier<T> task = () -> act.apply(this::compare);
        return isKnown ? known.run(task) : strangers.run(network, task);
    }

    /**
     * Compares for somebody who is signed in.
     *
     * @throws ProblemException OVERLOADED when no turn was free in time
     */
    public boolean matches(String secret, @Nullable String stored) {
        return known.run(() -> compare(secret, stored));
    }

    /** Never refused: only members and holders choose secrets. */
    public String hash(String secret) {
        byte[] salt = ids.bytes(16);
        byte[] hash = derive(secret, salt, cost.memoryKib(), cost.passes());
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=1$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    private boolean compare(String secret, @Nullable String stored) {
        Matcher parts = STORED.matcher(stored == null ? "" : stored);
        if (!parts.matches()) {
            derive(secret, new byte[16], FULL.memoryKib(), FULL.passes());
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        byte[] actual = derive(
                secret,
                Base64.getDecoder().decode(parts.group(3)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] derive(String secret, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[LENGTH];
        byte[] peppered = vault.lookup("password", secret);
        generator.generateBytes(Base64.getEncoder().encodeToString(peppered).getBytes(StandardCharsets.US_ASCII), hash);
        return hash;
    }
}
