package fr.badgesiae.api.platform;

import java.util.UUID;

/** The id of a holder; as a path parameter, anything but a UUID gives 404. */
public record HolderId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static HolderId parse(String text) {
        return new HolderId(Ids.parse(text));
    }

    /** Jersey's name for {@link #parse}. */
    public static HolderId fromString(String text) {
        return parse(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
