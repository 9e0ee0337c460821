package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a credential: an identifier, not a capability. */
public record CredentialId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static CredentialId parse(String text) {
        return new CredentialId(Ids.parse(text));
    }

    /** Jersey's name for {@link #parse}. */
    public static CredentialId fromString(String text) {
        return parse(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
