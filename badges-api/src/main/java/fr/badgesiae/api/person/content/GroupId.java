package fr.badgesiae.api.person.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a site, team or group. */
public record GroupId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static GroupId fromString(String text) {
        return new GroupId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
