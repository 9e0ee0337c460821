package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an invitation. As a path parameter, anything but a UUID is not found. */
public record InvitationId(UUID value) {
    /** Called by Jersey for a path parameter. */
    public static InvitationId fromString(String text) {
        return new InvitationId(Ids.parse(text));
    }
}
