package fr.badgesiae.api.event.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an event. */
public record EventId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static EventId fromString(String text) {
        return new EventId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
