package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker as other features may see it.
 *
 * @param subject UUID of the badges' {@code urn:uuid:} subject, random for each worker and organisation
 * @param holder null until the first claim
 * @param noticeGivenOn the day the information notice was handed over, or null
 */
public record Person(
        PersonId id,
        OrganisationId organisation,
        String firstName,
        String lastName,
        UUID subject,
        @Nullable HolderId holder,
        @Nullable LocalDate noticeGivenOn) {

    /** First and last name, for people of the organisation. */
    public String fullName() {
        return firstName + " " + lastName;
    }

    /** First name and initial: the default name on a badge. The holder may choose another. */
    public String shortName() {
        return firstName + " "
                + lastName.substring(0, lastName.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".";
    }
}
