package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a ceremony. */
public record CeremonyId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static CeremonyId fromString(String text) {
        return new CeremonyId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
