package fr.badgesiae.verifier.keys;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Optional;
import java.util.Set;

/** The accepted signature algorithms, under their JOSE names (RFC 7518, RFC 8037, RFC 9864). */
public enum AllowedAlgorithms {
    ED25519(KeyType.ED25519, "Ed25519", JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519),
    ES256(KeyType.P256, "SHA256withECDSAinP1363Format", JWSAlgorithm.ES256),
    ES384(KeyType.P384, "SHA384withECDSAinP1363Format", JWSAlgorithm.ES384),
    RS256(KeyType.RSA, "SHA256withRSA", JWSAlgorithm.RS256);

    private final KeyType keyType;
    private final String jcaName;

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of; the checker sees only the interface
    private final Set<JWSAlgorithm> jose;

    AllowedAlgorithms(KeyType keyType, String jcaName, JWSAlgorithm... jose) {
        this.keyType = keyType;
        this.jcaName = jcaName;
        this.jose = Set.of(jose);
    }

    /** The only key type of this algorithm, so that a header cannot choose how a key is used. */
    public KeyType keyType() {
        return keyType;
    }

    /** Its names in JOSE. */
    Set<JWSAlgorithm> jose() {
        return jose;
    }

    String jcaName() {
        return jcaName;
    }

    /** The algorithm of a JOSE name; empty when it is not accepted. */
    public static Optional<AllowedAlgorithms> ofJose(String name) {
        JWSAlgorithm named = JWSAlgorithm.parse(name);
        for (AllowedAlgorithms algorithm : values()) {
            if (algorithm.jose.contains(named)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Whether a name means no signature or a shared secret, which prove nothing to a third party. */
    public static boolean isRefused(String name) {
        return name.equalsIgnoreCase("none") || name.regionMatches(true, 0, "HS", 0, 2);
    }
}
