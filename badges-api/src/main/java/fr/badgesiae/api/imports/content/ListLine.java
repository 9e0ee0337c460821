package fr.badgesiae.api.imports.content;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import.
 *
 * @param line as the spreadsheet or the editor counts
 * @param person who has that name, or who was added; null without one
 * @param since when the file of that person was made
 */
public record ListLine(
        int line,
        String firstName,
        String lastName,
        Finding finding,
        @Nullable LineReason reason,
        Decision decision,
        LineState state,
        @Nullable PersonId person,
        @Nullable Instant since) {
    public String fullName() {
        return Person.fullName(firstName, lastName).strip();
    }

    public String proposedFirst() {
        return Spelling.proposed(firstName);
    }

    public String proposedLast() {
        return Spelling.proposed(lastName);
    }
}
