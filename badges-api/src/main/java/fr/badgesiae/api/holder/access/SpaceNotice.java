package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.FrenchZone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a holder is told in their space.
 *
 * @param cardShown whether the code of their card can still be shown
 * @param othersWait whether badges of other organisations wait
 * @param limitedUntil when they come back, or null: with the former card, or another reopening
 * @param reopening the latest, or null
 * @param file the first desk file that an organisation will erase, or null
 */
public record SpaceNotice(
        boolean cardShown,
        boolean othersWait,
        @Nullable Instant limitedUntil,
        @Nullable Reopening reopening,
        AnnouncedFiles.@Nullable AnnouncedFile file) {

    /** Nothing to tell. */
    static final SpaceNotice NONE = new SpaceNotice(false, false, null, null, null);

    /**
     * A reopening of the last days.
     *
     * @param organisation public name of who reopened
     * @param phone or null
     * @param at when its slip opened the space, or was made
     * @param zone of the organisation of their newest badge
     */
    public record Reopening(
            ReopeningState state,
            String organisation,
            @Nullable String phone,
            Instant at,
            FrenchZone zone) {
        /** Whether the holder can still object. */
        public boolean answerable() {
            return state != ReopeningState.OBJECTED;
        }
    }
}
