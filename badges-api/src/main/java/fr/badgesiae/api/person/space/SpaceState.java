package fr.badgesiae.api.person.space;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a worker gets into their space.
 *
 * @param until the end of the slip that reopens it, or null
 */
public record SpaceState(Way way, @Nullable Instant until) {
    /** The ways in. */
    public enum Way {
        /** No badge was accepted yet. */
        NONE,
        /** A badge was accepted; there is no card, and no paper that leads to one. */
        NO_CARD,
        /** A badge was accepted; a printed slip still leads to the card. */
        SLIP,
        /** There is a card, never used yet. */
        CARD_UNUSED,
        CARD,
        /** A slip that reopens the space waits. */
        REOPENING
    }

    public static SpaceState of(Way way) {
        return new SpaceState(way, null);
    }

    /** Whether there is a space to reopen. */
    public boolean exists() {
        return way != Way.NONE;
    }
}
