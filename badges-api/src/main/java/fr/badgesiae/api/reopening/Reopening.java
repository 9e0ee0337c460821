package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reopening as the desk sees it.
 *
 * @param state as of now
 * @param usedAt when its slip opened the space, or null
 * @param locked whether five wrong PINs locked its slip
 * @param witness the name of the member who had the person before them
 */
public record Reopening(
        ReopeningId id,
        ReopeningReason reason,
        ReopeningState state,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant usedAt,
        boolean locked,
        String witness) {
    /** How long its slip opens the space: made for somebody who is there. */
    static final Duration LIFE = Duration.ofDays(2);

    /** Wrong PINs that lock its slip. */
    static final int MOST_WRONG_PINS = 5;

    public boolean open() {
        return state == ReopeningState.OPEN;
    }
}
