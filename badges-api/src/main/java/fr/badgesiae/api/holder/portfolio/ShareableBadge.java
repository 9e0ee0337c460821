package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.FrenchZone;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A badge that a link to several can show.
 *
 * @param displayedName the name that was accepted, or null
 * @param issuer the name of the organisation
 * @param choices what the link can show of it; null where it shows what was accepted: the badge has lapsed, or the desk has erased
 *     its file
 */
public record ShareableBadge(
        CredentialId id,
        String name,
        String imageUrl,
        LocalDate awardedOn,
        NameChoice nameChoice,
        @Nullable String displayedName,
        boolean showsEvidence,
        String issuer,
        FrenchZone zone,
        boolean expired,
        @Nullable ShareChoices choices) {

    static ShareableBadge of(ShareableRow row, Instant now) {
        Instant until = row.validUntil();
        boolean expired = until != null && !until.isAfter(now);
        return new ShareableBadge(
                new CredentialId(row.id()),
                row.achievementName(),
                row.imageUrl(),
                row.awardedOn(),
                row.nameChoice(),
                row.displayedName(),
                row.showsEvidence(),
                row.issuer(),
                FrenchZone.of(row.timeZone()),
                expired,
                expired ? null : choices(row));
    }

    private static @Nullable ShareChoices choices(ShareableRow row) {
        String first = row.firstName();
        String last = row.lastName();
        return first == null || last == null
                ? null
                : new ShareChoices(
                        Person.shortName(first, last),
                        Person.fullName(first, last),
                        row.narrative(),
                        row.evidence(),
                        row.nameChoice(),
                        row.showsEvidence());
    }

    /** Its id and what the holder reads of it, as a form sends both: nobody signs what they were not shown. */
    public String value() {
        return id + "." + (choices == null ? "" : choices.read());
    }

    /** Whether a link can show what was seen: as it was accepted, where nothing can be chosen any more. */
    boolean hasEvidence() {
        return choices == null ? showsEvidence : !choices.evidence().isEmpty();
    }

    /** Whether it shows no more than this as it was accepted. */
    boolean fits(NameChoice name, boolean evidence) {
        boolean named = displayedName == null
                || name == NameChoice.FULL
                || (name == NameChoice.FIRST_AND_INITIAL && nameChoice == NameChoice.FIRST_AND_INITIAL);
        return named && (evidence || !showsEvidence);
    }
}
