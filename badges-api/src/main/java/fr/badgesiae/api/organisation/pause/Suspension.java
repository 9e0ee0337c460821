package fr.badgesiae.api.organisation.pause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pause ordered by the network. The organisation can neither offer nor award; earlier badges stay valid.
 *
 * @param network the network's public name
 * @param reason from the closed list, or null for a pause from before that list; shown to the organisation only
 * @param note what has to change, in the network's words, shown to the organisation only; may be empty
 */
public record Suspension(
        String network, LocalDate since, @Nullable PauseReason reason, String note) {}
