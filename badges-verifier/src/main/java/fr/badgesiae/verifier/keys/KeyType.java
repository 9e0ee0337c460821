package fr.badgesiae.verifier.keys;

import org.jspecify.annotations.Nullable;

/** The supported types of public key, with their names in JOSE and multicodec. */
public enum KeyType {
    /** RFC 8032; multicodec {@code ed25519-pub}. */
    ED25519("OKP", "Ed25519", 0xed, 32),
    /** NIST P-256, compressed in Multikey; multicodec {@code p256-pub}. */
    P256("EC", "P-256", 0x1200, 33),
    /** NIST P-384, compressed in Multikey; multicodec {@code p384-pub}. */
    P384("EC", "P-384", 0x1201, 49),
    /** RSA of 2048 to 8192 bits; no Multikey form here. */
    RSA("RSA", null, -1, -1);

    private final String kty;
    private final @Nullable String crv;
    private final int multicodec;
    private final int multikeyLength;

    KeyType(String kty, @Nullable String crv, int multicodec, int multikeyLength) {
        this.kty = kty;
        this.crv = crv;
        this.multicodec = multicodec;
        this.multikeyLength = multikeyLength;
    }

    String kty() {
        return kty;
    }

    @Nullable
    String crv() {
        return crv;
    }

    int multicodec() {
        return multicodec;
    }

    int multikeyLength() {
        return multikeyLength;
    }

    /** The length of a coordinate, in bytes. */
    int coordinateLength() {
        return multikeyLength - 1;
    }
}
