package fr.badgesiae.verifier.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A hashed identity, such as {@code sha256$28d5…} (OB 3.0 and ob-2.0, IdentityHash).
 *
 * @param algorithm the JCA name
 * @param hex the expected digest, in lower case
 */
public record IdentityHash(String algorithm, String hex) {
    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "md5", "MD5");

    /** Empty when the algorithm before the {@code $} is unknown. */
    public static Optional<IdentityHash> of(String written) {
        int dollar = written.indexOf('$');
        return Optional.of(written)
                .filter(text -> dollar >= 0)
                .map(text -> ALGORITHMS.get(text.substring(0, dollar).toLowerCase(Locale.ROOT)))
                .map(name ->
                        new IdentityHash(name, written.substring(dollar + 1).toLowerCase(Locale.ROOT)));
    }

    /** Whether this is the hash of the value; the salt is appended before hashing. */
    public boolean matches(String value, String salt) {
        try {
            byte[] salted = (value + salt).getBytes(StandardCharsets.UTF_8);
            return hex.equals(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(salted)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
