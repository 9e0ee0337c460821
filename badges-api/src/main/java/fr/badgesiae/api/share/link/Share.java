package fr.badgesiae.api.share.link;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share link.
 *
 * @param organisation that awarded the badge
 * @param holder who shows the badge
 * @param credential the id of the edition that the link shows
 * @param label the holder's own name for the link
 * @param ends the instant from which it no longer shows the badge
 * @param switchedOff the instant at which its holder switched it off, or null
 * @param views how often its page was shown
 */
public record Share(
        UUID id,
        OrganisationId organisation,
        HolderId holder,
        UUID credential,
        String label,
        Instant created,
        Instant ends,
        @Nullable Instant switchedOff,
        long views) {

    /** For how long a link that was switched off can be switched on again. */
    public static final Duration UNDO = Duration.ofDays(7);

    /** Until when it can be switched on again; null when it is on or its own end comes first and has passed. */
    public @Nullable Instant undoableUntil(Instant at) {
        return undoableUntil(switchedOff, ends, at);
    }

    /** As {@link #undoableUntil(Instant)}, of a link with this end that was switched off then, or is on. */
    public static @Nullable Instant undoableUntil(@Nullable Instant switchedOff, Instant ends, Instant at) {
        if (switchedOff == null) {
            return null;
        }
        Instant undo = switchedOff.plus(UNDO);
        Instant last = undo.isBefore(ends) ? undo : ends;
        return at.isBefore(last) ? last : null;
    }

    /** Until when it could be switched on again if it were switched off at that instant. */
    public Instant undoableIfSwitchedOff(Instant at) {
        Instant undo = at.plus(UNDO);
        return undo.isBefore(ends) ? undo : ends;
    }

    /** Whether it shows the badge at that instant. */
    public boolean isOpen(Instant at) {
        return switchedOff == null && at.isBefore(ends);
    }
}
