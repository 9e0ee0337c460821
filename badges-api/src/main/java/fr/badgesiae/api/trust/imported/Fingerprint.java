package fr.badgesiae.api.trust.imported;

import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A public key in a form that two people compare by telephone.
 *
 * @param kind such as {@code Ed25519}
 * @param thumbprint of the JWK (RFC 7638, SHA-256, base64url)
 */
public record Fingerprint(String kind, String thumbprint) {
    private static final int GROUP = 4;

    public static Fingerprint of(VerificationKey key) {
        return new Fingerprint(named(key.type()), key.thumbprint());
    }

    private static String named(KeyType type) {
        return switch (type) {
            case ED25519 -> "Ed25519";
            case P256 -> "P-256";
            case P384 -> "P-384";
            case RSA -> "RSA";
        };
    }

    public static List<Fingerprint> of(List<VerificationKey> keys) {
        return keys.stream().map(Fingerprint::of).toList();
    }

    /** Hexadecimal, in groups of four digits. */
    public String grouped() {
        String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(thumbprint));
        return hex.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}
