package fr.badgesiae.verifier.keys;

import java.util.Optional;

/** The signature algorithms this verifier accepts, under their JOSE names (RFC 7518, RFC 8037, RFC 9864). */
public enum AllowedAlgorithms {
    ED25519(KeyType.ED25519, "Ed25519", "EdDSA", "Ed25519"),
    ES256(KeyType.P256, "SHA256withECDSAinP1363Format", "ES256", "ES256"),
    ES384(KeyType.P384, "SHA384withECDSAinP1363Format", "ES384", "ES384"),
    RS256(KeyType.RSA, "SHA256withRSA", "RS256", "RS256");

    private final KeyType keyType;
    private final String jcaName;
    private final String joseName;
    private final String otherJoseName;

    AllowedAlgorithms(KeyType keyType, String jcaName, String joseName, String otherJoseName) {
        this.keyType = keyType;
        this.jcaName = jcaName;
        this.joseName = joseName;
        this.otherJoseName = otherJoseName;
    }

    /** The only kind of key it works with, so that a header cannot choose how a key is used. */
    public KeyType keyType() {
        return keyType;
    }

    String jcaName() {
        return jcaName;
    }

    /** The algorithm of a JOSE name, or empty when it is not on the list. */
    public static Optional<AllowedAlgorithms> ofJose(String name) {
        for (AllowedAlgorithms algorithm : values()) {
            if (algorithm.joseName.equals(name) || algorithm.otherJoseName.equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Whether a name asks for no signature or for a shared secret, which proves nothing to a third party. */
    public static boolean isRefused(String name) {
        return name.equalsIgnoreCase("none") || name.regionMatches(true, 0, "HS", 0, 2);
    }
}
