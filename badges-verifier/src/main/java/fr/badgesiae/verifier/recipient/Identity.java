package fr.badgesiae.verifier.recipient;

import fr.badgesiae.verifier.codec.IdentityHash;
import java.util.Optional;

/**
 * An identity that a badge holds (IdentityObject of OB 3.0 B.1.15 and of ob-2.0).
 *
 * @param held the plain value or the hash, as {@code sha256$…}
 * @param hashed whether the badge declares a hash
 * @param salt appended to the value before hashing; may be empty
 */
public record Identity(String held, boolean hashed, String salt) {
    /** A plain value. */
    public static Identity plain(String held) {
        return new Identity(held, false, "");
    }

    /** The hash: a value of the form of a hash is one even where the badge does not declare it. */
    Optional<IdentityHash> hash() {
        return IdentityHash.of(held);
    }
}
