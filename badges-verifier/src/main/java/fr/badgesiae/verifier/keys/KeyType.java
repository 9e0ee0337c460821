package fr.badgesiae.verifier.keys;

import com.nimbusds.jose.jwk.Curve;
import org.jspecify.annotations.Nullable;

/** The supported types of public key, with their names in JOSE and multicodec. */
public enum KeyType {
    /** RFC 8032; multicodec {@code ed25519-pub}. */
    ED25519(Curve.Ed25519, 0xed, 32),
    /** NIST P-256, compressed in Multikey; multicodec {@code p256-pub}. */
    P256(Curve.P_256, 0x1200, 33),
    /** NIST P-384, compressed in Multikey; multicodec {@code p384-pub}. */
    P384(Curve.P_384, 0x1201, 49),
    /** RSA of 2048 to 8192 bits; no Multikey form here. */
    RSA(null, -1, -1);

    @SuppressWarnings("ImmutableEnumChecker") // immutable, without the annotation
    private final @Nullable Curve curve;

    private final int multicodec;
    private final int multikeyLength;

    KeyType(@Nullable Curve curve, int multicodec, int multikeyLength) {
        this.curve = curve;
        this.multicodec = multicodec;
        this.multikeyLength = multikeyLength;
    }

    /** The curve; null for RSA. */
    @Nullable
    Curve curve() {
        return curve;
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
