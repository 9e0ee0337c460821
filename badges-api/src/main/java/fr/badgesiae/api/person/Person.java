package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        @Nullable LocalDate noticeGivenOn,
        PersonKind kind) {
    /** Alif, plain or silent, and lam, before at least two letters. */
    private static final Pattern ARABIC_ARTICLE = Pattern.compile("^\\s*[\\u0627\\u0671]\\u0644-?(?=\\p{L}{2})");

    /** A letter with the marks that stand on it; a name may begin with an apostrophe. */
    private static final Pattern LETTER = Pattern.compile("\\p{L}\\p{M}*");

    /** First and last name, for people of the organisation. */
    public String fullName() {
        return fullName(firstName, lastName);
    }

    public static String fullName(String firstName, String lastName) {
        return firstName + " " + lastName;
    }

    /** First name and initial: the default name on a badge. The holder may choose another. */
    public String shortName() {
        return shortName(firstName, lastName);
    }

    public static String shortName(String firstName, String lastName) {
        return firstName + " " + initial(lastName) + ".";
    }

    /**
     * The first letter of a name as it is read, with its accents. The Arabic article is no part of it: all names that bear one
     * would have one initial. The same article in Latin letters is a part of the name that its bearer writes.
     */
    private static String initial(String name) {
        String bare = ARABIC_ARTICLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceFirst("");
        Matcher letter = LETTER.matcher(bare);
        return (letter.find() ? letter.group() : bare).toUpperCase(Locale.ROOT);
    }
}
