package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a badge from elsewhere: an identifier, not a capability. */
public record ImportedId(UUID value) {
    /**
     * Jersey's name for parsing.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ImportedId fromString(String text) {
        return new ImportedId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
