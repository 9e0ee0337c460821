package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * A share link as others may see it.
 *
 * @param id of the link, for {@link MatchingWords}
 * @param organisation whose badge it shows
 * @param holder who shows it
 * @param credential the id of the one edition it serves
 * @param label what the holder calls it
 * @param created when it was made
 * @param ends when it stops by itself
 * @param switchedOff when its holder switched it off, or null
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
        Instant switchedOff,
        long views) {

    /** Whether it shows anything at that moment. */
    public boolean isOpen(Instant at) {
        return switchedOff == null && at.isBefore(ends);
    }
}
