package fr.badgesiae.api.imports.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an import. */
public record ImportId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ImportId fromString(String text) {
        return new ImportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
