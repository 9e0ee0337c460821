package fr.badgesiae.api.trust.imported;

import java.time.Instant;

/**
 * A pinned signer and how its list stands.
 *
 * @param state the last part of the state's message key
 * @param problem why the last try brought no list, or null
 * @param acceptedAt when a list was last accepted, or null; likewise sequence is 0 and expiresAt null before the first
 * @param leftOut how many entries of the list name no DID and do not count
 */
public record SignerPage(
        String id,
        String name,
        String did,
        String address,
        Instant pinnedAt,
        State state,
        Instant triedAt,
        ImportProblem problem,
        long sequence,
        Instant acceptedAt,
        Instant expiresAt,
        int entries,
        int leftOut) {
    /** Whether the list counts. */
    public enum State {
        /** No list was accepted yet. */
        NONE,
        COUNTS,
        /** It counts, but the last try brought no newer one. */
        TROUBLED,
        LAPSED
    }
}
