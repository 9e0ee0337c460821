package fr.badgesiae.api.wallet.openid.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Nonces for proofs: the second, 128 random bits, and a keyed hash of both. Nobody can make one but us, and none is stored
 * before a proof uses it.
 */
public final class Nonces {
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String PURPOSE = "openid.nonce";
    private static final int RANDOM = 16;

    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    public Nonces(Vault vault, Ids ids, Clock clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    public String next() {
        byte[] content = ByteBuffer.allocate(Long.BYTES + RANDOM)
                .putLong(clock.instant().getEpochSecond())
                .put(ids.bytes(RANDOM))
                .array();
        String text = encoded(content);
        return text + "." + encoded(vault.lookup(PURPOSE, text));
    }

    /**
     * The keyed hash by which a nonce is spent.
     *
     * @throws OpenidException {@code invalid_nonce} for one that is not ours or has expired
     */
    public byte[] hash(String nonce) {
        int dot = nonce.indexOf('.');
        String text = dot < 0 ? "" : nonce.substring(0, dot);
        byte[] right = vault.lookup(PURPOSE, text);
        String ours = text + "." + encoded(right);
        if (!MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8))) {
            throw refused();
        }
        Instant made = Instant.ofEpochSecond(
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).getLong());
        if (!clock.instant().isBefore(made.plus(LIFETIME))) {
            throw refused();
        }
        return right;
    }

    /** The members by which draft 13 hands the next nonce over. */
    public static void put(ObjectNode answer, String nonce) {
        answer.put("c_nonce", nonce).put("c_nonce_expires_in", LIFETIME.toSeconds());
    }

    public static OpenidException refused() {
        return new OpenidException(OpenidError.INVALID_NONCE, "the nonce is unknown, used or expired; ask for another");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
