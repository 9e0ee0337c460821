package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a contact: an identifier, not a capability. */
public record ContactId(UUID value) {
    /**
     * Jersey's name for parsing.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ContactId fromString(String text) {
        return new ContactId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
