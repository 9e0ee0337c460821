package fr.badgesiae.api.offer.asked;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a request for a badge. */
public record RequestId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static RequestId fromString(String text) {
        return new RequestId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
