package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.NameChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge in force beside what its organisation says of the person.
 *
 * @param firstName, lastName as the desk writes them; null once it has erased its file
 * @param narrative, evidence empty once it has erased its file
 */
public record ShareableRow(
        UUID id,
        String achievementName,
        String imageUrl,
        LocalDate awardedOn,
        NameChoice nameChoice,
        @Nullable String displayedName,
        boolean showsEvidence,
        @Nullable Instant validUntil,
        String issuer,
        String timeZone,
        @Nullable String firstName,
        @Nullable String lastName,
        String narrative,
        String evidence) {}
