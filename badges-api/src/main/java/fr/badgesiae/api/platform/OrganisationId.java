package fr.badgesiae.api.platform;

import java.util.UUID;

/** The id of an organisation; as a path parameter, anything but a UUID gives 404. */
public record OrganisationId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static OrganisationId parse(String text) {
        return new OrganisationId(Ids.parse(text));
    }

    /** Jersey's name for {@link #parse}. */
    public static OrganisationId fromString(String text) {
        return parse(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
