package fr.badgesiae.api.event;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists the badges that an event can be about, names by id. */
final class ListEventBadges {
    private final Platform platform;

    ListEventBadges(Platform platform) {
        this.platform = platform;
    }

    Map<String, String> apply(OrganisationId organisation) {
        Map<String, String> badges = new LinkedHashMap<>();
        platform.database()
                .inOrganisation(
                        organisation, handle -> handle.attach(EventDao.class).badges(organisation.value()))
                .forEach(badge -> badges.put(badge.id().toString(), badge.name()));
        return badges;
    }
}
