package fr.badgesiae.verifier.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listed key (CID 1.0, 2.2).
 *
 * @param id its id as an absolute URL, or its {@code kid}; may be empty
 * @param key the key, or null when its type is unsupported
 * @param tooShort whether the key is null because it has fewer bits than its algorithm allows
 * @param fitting whether it is listed under the requested verification relationship
 * @param owner the owner of the key, by the document and the key itself
 * @param revoked the instant of revocation, or null
 * @param expires the instant of expiry, or null
 */
public record VerificationMethod(
        String id,
        @Nullable VerificationKey key,
        boolean tooShort,
        boolean fitting,
        Owner owner,
        @Nullable Instant revoked,
        @Nullable Instant expires) {
    /** The owner of a listed key. */
    public enum Owner {
        ISSUER,
        /** Not stated, as for a JWK without {@code iss}. */
        UNSAID,
        /** The key names another controller than its document (cid 3.3, step 10). */
        ANOTHER
    }

    /** Whether an owner is stated, this issuer or another. */
    public boolean owned() {
        return owner != Owner.UNSAID;
    }

    /** Whether a proof's key reference means this key. */
    public boolean isNamed(@Nullable String name) {
        return name != null && !id.isEmpty() && (id.equals(name) || name.endsWith("#" + id));
    }
}
