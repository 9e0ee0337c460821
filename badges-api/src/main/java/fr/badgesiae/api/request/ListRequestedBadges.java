package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Lists the published badges, and whether people can ask for each. */
public final class ListRequestedBadges {
    private final Platform platform;

    ListRequestedBadges(Platform platform) {
        this.platform = platform;
    }

    /** A published badge. */
    public record Badge(AchievementId id, String name, boolean asked) {}

    public List<Badge> apply(OrganisationId organisation) {
        return platform
                .database()
                .inOrganisation(
                        organisation, handle -> handle.attach(RequestDao.class).badges(organisation.value()))
                .stream()
                .map(row -> new Badge(new AchievementId(row.id()), row.name(), row.asked()))
                .toList();
    }
}
