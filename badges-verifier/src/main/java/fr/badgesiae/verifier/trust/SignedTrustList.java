package fr.badgesiae.verifier.trust;

import fr.badgesiae.verifier.TrustRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signed list of vetted issuers: a compact JWS by a DID that the reader has pinned. The format is in {@code
 * docs/trust-list.md}. Read by {@link TrustListReader}, written by {@link TrustListWriter}. Trust is never transitive: a
 * list does not refer to other lists.
 *
 * @param issuer the DID of the signer
 * @param issuedAt the instant of signature, to the second
 * @param expires the end of validity, at most {@link #LONGEST} later
 * @param sequence increases with each list of this issuer; positive
 * @param entries at most {@link #MAX_ENTRIES}, ids unique
 */
public record SignedTrustList(String issuer, Instant issuedAt, Instant expires, long sequence, List<Entry> entries) {
    /** The longest validity of a list. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** The most entries of a list. */
    public static final int MAX_ENTRIES = 10_000;

    /** A DID without path, query or fragment. */
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]+");

    private static final Pattern HTTPS = Pattern.compile("https://[^\\s#\\\\@]+");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");
    private static final int MAX_TEXT = 2048;

    /** @throws IllegalArgumentException when a value is invalid; the message is for a log */
    public SignedTrustList {
        entries = List.copyOf(entries);
        require(isDid(issuer), "the issuer is not a DID");
        require(isWholeSecond(issuedAt) && isWholeSecond(expires), "times are whole seconds");
        require(expires.isAfter(issuedAt), "it ends before it begins");
        require(!expires.isAfter(issuedAt.plus(LONGEST)), "it lives longer than seven days");
        require(sequence > 0, "the sequence number is not positive");
        require(entries.size() <= MAX_ENTRIES, "more than " + MAX_ENTRIES + " entries");
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> require(ids.add(entry.id()), "twice in the list: " + entry.id()));
    }

    /** The state of an issuer. */
    public enum State {
        ACTIVE,
        SUSPENDED
    }

    /**
     * An issuer.
     *
     * @param id a full DID, or an https issuer URL without fragment
     * @param name the registered name
     * @param siret 14 digits, or null
     * @param since the first day of this state
     */
    public record Entry(String id, String name, @Nullable String siret, State state, LocalDate since) {
        /** @throws IllegalArgumentException when a value is invalid */
        public Entry {
            require(isDid(id) || (id.length() <= MAX_TEXT && HTTPS.matcher(id).matches()), "not an issuer's id: " + id);
            require(!name.isBlank() && name.length() <= MAX_TEXT, "no name: " + id);
            require(siret == null || SIRET.matcher(siret).matches(), "not a SIRET: " + siret);
        }
    }

    /**
     * The registry for verification. Signature and dates were checked by the reader.
     *
     * @param network the name of the signing network
     */
    public TrustRegistry registry(String network) {
        Map<String, TrustRegistry.Entry> known = new HashMap<>();
        for (Entry entry : entries) {
            boolean active = entry.state() == State.ACTIVE;
            known.put(
                    entry.id(),
                    new TrustRegistry.Entry(
                            entry.name(),
                            entry.siret(),
                            network,
                            active ? entry.since() : null,
                            active ? null : entry.since()));
        }
        return id -> Optional.ofNullable(known.get(id));
    }

    private static boolean isWholeSecond(Instant instant) {
        return instant.equals(Instant.ofEpochSecond(instant.getEpochSecond()));
    }

    private static boolean isDid(String text) {
        return text.length() <= MAX_TEXT && DID.matcher(text).matches();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
