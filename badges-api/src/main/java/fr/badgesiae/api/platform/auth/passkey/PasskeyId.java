package fr.badgesiae.api.platform.auth.passkey;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a passkey, as in paths. It is not the credential id. */
public record PasskeyId(UUID value) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static PasskeyId fromString(String text) {
        return new PasskeyId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
