package fr.badgesiae.verifier.keys;

/**
 * What a proof says of the key that made it. Proves nothing by itself.
 *
 * @param name its address, or null
 * @param shown the key itself, as a header may bring it, or null
 * @param kind how the name was written
 */
public record KeyReference(String name, VerificationKey shown, Kind kind) {
    /** How a name binds. */
    public enum Kind {
        /** The {@code verificationMethod} of an embedded proof: it must lead to the key. */
        METHOD,
        /** A {@code kid} that is an address: it must not lead to another key. */
        KID,
        /** A {@code kid} that is a mere word, a hint (RFC 7515 4.1.4). */
        BARE_KID
    }

    public static KeyReference method(String name) {
        return new KeyReference(name, null, Kind.METHOD);
    }

    /** Whether it can be this key, as far as the proof brings it along. */
    public boolean mayBe(VerificationKey key) {
        return shown == null || shown.same(key);
    }

    /** Whether the proof says nothing of its key. */
    public boolean isUnsaid() {
        return name == null && shown == null;
    }
}
