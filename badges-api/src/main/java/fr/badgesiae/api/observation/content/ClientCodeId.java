package fr.badgesiae.api.observation.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a code for clients. */
public record ClientCodeId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ClientCodeId fromString(String text) {
        return new ClientCodeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
