package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a pinned signer. */
public record SignerId(UUID value) {
    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static SignerId fromString(String text) {
        return new SignerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
