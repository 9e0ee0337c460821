package fr.badgesiae.verifier.keys;

import java.time.Instant;

/**
 * A key as somebody lists it.
 *
 * @param id its id as an absolute address, or its {@code kid}; may be empty
 * @param key the key, or null when it is of a kind this verifier does not know
 * @param tooShort whether it is null because it has fewer bits than its algorithm allows
 * @param fitting whether it is listed for the purpose that keys are looked for
 * @param owner whose key it is by what the list and the key itself say
 * @param revoked from when it is withdrawn, or null
 * @param expires from when it is not to be used any more, or null
 */
public record VerificationMethod(
        String id,
        VerificationKey key,
        boolean tooShort,
        boolean fitting,
        Owner owner,
        Instant revoked,
        Instant expires) {
    /** Whose a listed key is. */
    public enum Owner {
        ISSUER,
        /** Nobody says; so it is with a JWK without {@code iss}. */
        UNSAID,
        /** The key names another controller than who lists it (cid 3.3, step 10). */
        ANOTHER
    }

    /** Whether it is listed as the issuer's, whatever the key says itself. */
    public boolean owned() {
        return owner != Owner.UNSAID;
    }

    /** Whether a proof that names a key means this one. */
    public boolean isNamed(String name) {
        return name != null && !id.isEmpty() && (id.equals(name) || name.endsWith("#" + id));
    }
}
