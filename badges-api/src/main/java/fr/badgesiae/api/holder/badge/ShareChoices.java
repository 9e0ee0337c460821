package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.person.NameInText;
import fr.badgesiae.api.person.Person;
import java.util.Optional;

/**
 * What a new link can show of a badge.
 *
 * @param nameInText whether the words of the badge name the person, whatever is chosen
 * @param hasEvidence whether there is evidence to show
 * @param name as it was accepted
 * @param evidence whether the evidence was accepted with it
 */
public record ShareChoices(
        String shortName, String fullName, boolean nameInText, boolean hasEvidence, NameChoice name, boolean evidence) {

    /** Empty once the desk has erased its file: the badge is then shared as it was accepted. */
    static Optional<ShareChoices> of(LinkedBadgeRow row) {
        String first = row.firstName();
        String last = row.lastName();
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new ShareChoices(
                        Person.shortName(first, last),
                        Person.fullName(first, last),
                        NameInText.of(Person.fullName(first, last), row.said()),
                        row.hasEvidence(),
                        row.nameChoice(),
                        row.badge().showsEvidence()));
    }
}
