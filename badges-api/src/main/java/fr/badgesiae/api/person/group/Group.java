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
 * @param supervisors the names of the members to whom it is assigned, or null
 */
public record Group(
        GroupId id,
        GroupKind kind,
        String name,
        @Nullable GroupId site,
        @Nullable String siteName,
        boolean archived,
        int revision,
        int people,
        @Nullable String supervisors) {
    public String path() {
        return "/app/groups/" + id;
    }

    /** Whether it can be assigned to a member. */
    public boolean assignable() {
        return kind != GroupKind.GROUP && !archived;
    }

    GroupForm form() {
        return new GroupForm(kind.name(), name, site == null ? "" : site.toString());
    }
}
