package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a run. */
public record AwardRunId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static AwardRunId fromString(String text) {
        return new AwardRunId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
