package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an invitation; as a path parameter, anything else than a UUID is not found. */
public record InvitationId(UUID value) {
    /** Jersey's way in. */
    public static InvitationId fromString(String text) {
        return new InvitationId(Ids.parse(text));
    }
}
