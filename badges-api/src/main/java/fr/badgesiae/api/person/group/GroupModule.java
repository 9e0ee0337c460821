package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Wires groups into the feature, whose other rooms do not know them. */
public final class GroupModule {
    private GroupModule() {}

    /** Adds the pages; before the first request. */
    public static void addTo(PersonModule person, Platform platform) {
        person.part(new GroupsOfPerson());
        person.add(List.of(new GroupPages(platform), new GroupPeoplePages(platform)), List.of(GroupAudit.values()));
    }
}
