package fr.badgesiae.api.keys;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.KeyType;
import java.util.List;

/** Signature algorithms of an organisation. */
public enum KeyAlgorithm {
    /** For {@code eddsa-rdfc-2022} proofs. */
    ED25519(KeyType.ED25519, AllowedAlgorithms.ED25519, "EdDSA"),
    /** For VC-JWT. */
    ES256(KeyType.P256, AllowedAlgorithms.ES256, "ES256"),
    /** For signed badges of Open Badges 2.0, 2048 bits. Made when first needed, and published in their form alone. */
    RS256(KeyType.RSA, AllowedAlgorithms.RS256, "RS256");

    /** Those that every owner has from the start. */
    static final List<KeyAlgorithm> OF_EVERY_OWNER = List.of(ED25519, ES256);

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
