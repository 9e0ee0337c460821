package fr.badgesiae.api.platform;

import java.util.UUID;

/** The id of an account; as a path parameter, anything but a UUID gives 404. */
public record AccountId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static AccountId parse(String text) {
        return new AccountId(Ids.parse(text));
    }

    /** Jersey's name for {@link #parse}. */
    public static AccountId fromString(String text) {
        return parse(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
