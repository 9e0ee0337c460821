package fr.badgesiae.api.trust.imported;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pinned signer and the state of its list.
 *
 * @param triedAt time of the last fetch, or null before the first
 * @param problem why the last fetch brought no list, or null
 * @param sequence number of the accepted list, or 0 before the first
 * @param acceptedAt when a list was last accepted, or null before the first
 * @param expiresAt end of validity of the accepted list, or null before the first
 * @param entries number of entries that count
 * @param leftOut number of entries that name no DID and do not count
 */
public record Signer(
        SignerId id,
        String name,
        String did,
        String address,
        Instant pinnedAt,
        State state,
        @Nullable Instant triedAt,
        @Nullable ImportProblem problem,
        long sequence,
        @Nullable Instant acceptedAt,
        @Nullable Instant expiresAt,
        int entries,
        int leftOut) {
    /** Whether the list counts. */
    public enum State {
        /** No list was accepted yet. */
        NONE,
        COUNTS,
        /** The list counts, but the last fetch brought no newer one. */
        TROUBLED,
        LAPSED
    }

    static Signer of(SignerRow row, Instant now) {
        return new Signer(
                new SignerId(row.id()),
                row.name(),
                row.did(),
                row.address(),
                row.pinnedAt(),
                state(row, now),
                row.triedAt(),
                row.problem(),
                row.sequence(),
                row.acceptedAt(),
                row.expiresAt(),
                row.entries(),
                row.leftOut());
    }

    private static State state(SignerRow row, Instant now) {
        if (row.expiresAt() == null) {
            return State.NONE;
        }
        if (!row.expiresAt().isAfter(now)) {
            return State.LAPSED;
        }
        return row.problem() == null ? State.COUNTS : State.TROUBLED;
    }
}
