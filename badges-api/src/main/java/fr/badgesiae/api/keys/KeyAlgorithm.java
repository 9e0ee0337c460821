package fr.badgesiae.api.keys;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.KeyType;

/** Signature algorithms of an organisation. */
public enum KeyAlgorithm {
    /** For {@code eddsa-rdfc-2022} proofs. */
    ED25519(KeyType.ED25519, AllowedAlgorithms.ED25519, "EdDSA"),
    /** For VC-JWT. */
    ES256(KeyType.P256, AllowedAlgorithms.ES256, "ES256");

    private final KeyType type;
    private final AllowedAlgorithms algorithm;
    private final String jose;

    KeyAlgorithm(KeyType type, AllowedAlgorithms algorithm, String jose) {
        this.type = type;
        this.algorithm = algorithm;
        this.jose = jose;
    }

    KeyType type() {
        return type;
    }

    AllowedAlgorithms algorithm() {
        return algorithm;
    }

    /** The name in a JOSE header (RFC 7518, RFC 8037). */
    public String jose() {
        return jose;
    }
}
