package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a worker in one organisation. */
public record PersonId(UUID value) {

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException for text that is no UUID
     */
    public static PersonId fromString(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
