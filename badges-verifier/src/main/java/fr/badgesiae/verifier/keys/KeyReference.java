package fr.badgesiae.verifier.keys;

import org.jspecify.annotations.Nullable;

/**
 * The reference of a proof to its key. Unproven.
 *
 * @param name the URL of the verification method, or null
 * @param shown the embedded key of a header, or null
 * @param kind the form of the reference
 */
public record KeyReference(@Nullable String name, @Nullable VerificationKey shown, Kind kind) {
    /** How strictly a reference binds. */
    public enum Kind {
        /** The {@code verificationMethod} of an embedded proof: must identify the key. */
        METHOD,
        /** A {@code kid} that is a URL: must not identify another key. */
        KID,
        /** A {@code kid} that is a plain word: a hint (RFC 7515 4.1.4). */
        BARE_KID
    }

    public static KeyReference method(@Nullable String name) {
        return new KeyReference(name, null, Kind.METHOD);
    }

    /** Whether the key is compatible with the embedded key, if any. */
    public boolean mayBe(VerificationKey key) {
        return shown == null || shown.same(key);
    }

    /** Whether the proof does not reference its key. */
    public boolean isUnsaid() {
        return name == null && shown == null;
    }
}
