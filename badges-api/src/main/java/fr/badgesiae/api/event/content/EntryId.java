package fr.badgesiae.api.event.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an entry of an event. */
public record EntryId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static EntryId fromString(String text) {
        return new EntryId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
