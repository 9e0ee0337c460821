package fr.badgesiae.api.share.link;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of a link to one badge or to several: an identifier, not a capability. */
public record ShareLinkId(UUID value) {
    /**
     * Jersey's name for parsing.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ShareLinkId fromString(String text) {
        return new ShareLinkId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
