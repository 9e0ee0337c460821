package fr.badgesiae.api.credential;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What an organisation says of a worker, and how the holder wants it shown: all that a badge is made of.
 *
 * @param awardId drawn by the caller, once for the accepted offer; any for a preview
 * @param holder null in a preview before the first claim
 * @param subject the worker's {@code urn:uuid:} in this organisation
 * @param narrative what the person did, or empty
 * @param evidence what supports it, or empty
 * @param displayedName the name as chosen, or null exactly when the choice is {@link NameChoice#NONE}
 * @param showEvidence whether this edition shows the evidence
 * @param offerId the accepted offer
 */
public record AwardStatement(
        UUID awardId,
        OrganisationId organisation,
        PersonId person,
        HolderId holder,
        UUID subject,
        PublishedAchievement achievement,
        String narrative,
        String evidence,
        LocalDate awardedOn,
        NameChoice nameChoice,
        String displayedName,
        boolean showEvidence,
        UUID offerId) {
    public AwardStatement {
        if ((nameChoice == NameChoice.NONE) != (displayedName == null)) {
            throw new IllegalArgumentException("a name is displayed exactly when the holder chose one");
        }
    }
}
