package fr.badgesiae.api.observation.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an observation. */
public record ObservationId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ObservationId fromString(String text) {
        return new ObservationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
