package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a message. */
public record MessageId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static MessageId fromString(String text) {
        return new MessageId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
