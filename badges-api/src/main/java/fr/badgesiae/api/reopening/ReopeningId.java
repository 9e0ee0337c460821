package fr.badgesiae.api.reopening;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a reopening. */
public record ReopeningId(UUID value) {
    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ReopeningId fromString(String text) {
        return new ReopeningId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
