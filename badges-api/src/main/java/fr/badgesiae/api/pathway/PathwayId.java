package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a pathway. */
public record PathwayId(UUID value) {

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException for text that is no UUID
     */
    public static PathwayId fromString(String text) {
        return new PathwayId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
