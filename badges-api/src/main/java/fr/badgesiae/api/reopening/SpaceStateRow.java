package fr.badgesiae.api.reopening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a worker gets into their space.
 *
 * @param carded whether their holder has a card in force
 * @param unused whether it was never used
 * @param slipOut whether a printed slip still leads to the card
 * @param reopeningUntil the end of a slip that waits, or null
 */
public record SpaceStateRow(
        boolean carded,
        boolean unused,
        boolean slipOut,
        @Nullable Instant reopeningUntil) {}
