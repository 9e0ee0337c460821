package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an offer. */
public record OfferId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static OfferId fromString(String text) {
        return new OfferId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
