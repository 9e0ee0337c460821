package fr.badgesiae.api.organisation.pause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pause that has not taken effect.
 *
 * @param network the network's public name
 * @param reason why
 * @param note what has to change, in the network's words; may be empty
 * @param due when it takes effect by itself; null while it waits for a second administrator
 */
public record AskedPause(
        String network,
        PauseReason reason,
        String note,
        @Nullable Instant due) {}
