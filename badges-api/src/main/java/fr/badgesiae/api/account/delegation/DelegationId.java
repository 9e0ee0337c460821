package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a delegation. */
public record DelegationId(UUID value) {
    /** Called by Jersey for a path parameter. */
    public static DelegationId fromString(String text) {
        return new DelegationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
