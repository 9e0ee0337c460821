package fr.badgesiae.verifier.proof;

import java.time.Instant;

/**
 * A key as somebody lists it.
 *
 * @param id its id as an absolute address, or its {@code kid}; may be empty
 * @param key the key, or null when it is of a kind this verifier does not know
 * @param tooShort whether it is null because it has fewer bits than its algorithm allows
 * @param fitting whether it is listed for the purpose that keys are looked for
 * @param owned whether the list says that the key is this issuer's (a JWK without {@code iss} does not)
 * @param revoked from when it is withdrawn, or null
 * @param expires from when it is not to be used any more, or null
 */
record ListedKey(
        String id,
        VerificationKey key,
        boolean tooShort,
        boolean fitting,
        boolean owned,
        Instant revoked,
        Instant expires) {
    /** Whether a proof that names a key means this one. */
    boolean isNamed(String name) {
        return name != null && !id.isEmpty() && (id.equals(name) || name.endsWith("#" + id));
    }
}
