package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import org.jspecify.annotations.Nullable;

/**
 * A site, team or group.
 *
 * @param site of a team, or null
 * @param siteName of that site, or null
 * @param people how many are in it
 */
public record Group(
        GroupId id,
        GroupKind kind,
        String name,
        @Nullable GroupId site,
        @Nullable String siteName,
        boolean archived,
        int revision,
        int people) {
    public String path() {
        return "/app/groups/" + id;
    }

    GroupForm form() {
        return new GroupForm(kind.name(), name, site == null ? "" : site.toString());
    }
}
