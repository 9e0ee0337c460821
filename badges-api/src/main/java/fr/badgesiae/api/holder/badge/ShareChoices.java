package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.person.NameInText;
import fr.badgesiae.api.person.Person;
import java.util.Optional;

/**
 * What a new link can show of a badge.
 *
 * @param narrative, evidence the words of the organisation; the latter empty where there is none
 * @param name as it was accepted
 * @param showsEvidence whether the evidence was accepted with it
 */
public record ShareChoices(
        String shortName, String fullName, String narrative, String evidence, NameChoice name, boolean showsEvidence) {

    /** Empty once the desk has erased its file: the badge is then shared as it was accepted. */
    static Optional<ShareChoices> of(LinkedBadgeRow row) {
        String first = row.firstName();
        String last = row.lastName();
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new ShareChoices(
                        Person.shortName(first, last),
                        Person.fullName(first, last),
                        row.narrative(),
                        row.evidence(),
                        row.nameChoice(),
                        row.badge().showsEvidence()));
    }

    /** Whether the words of the badge name the person, whatever is chosen. */
    public boolean nameInText() {
        return NameInText.of(fullName, narrative);
    }

    public boolean nameInEvidence() {
        return NameInText.of(fullName, evidence);
    }

    /** What the holder reads before choosing. */
    public String read() {
        return EditionChoice.fingerprint(shortName, fullName, narrative, evidence);
    }
}
