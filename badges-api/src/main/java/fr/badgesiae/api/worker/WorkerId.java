package fr.badgesiae.api.worker;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a worker in one organisation. */
public record WorkerId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static WorkerId fromString(String text) {
        return new WorkerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
