package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Chooses which published badges people can ask for. Badges that the form did not show keep what they have. */
public final class ChooseRequestedBadges {
    private final Platform platform;

    ChooseRequestedBadges(Platform platform) {
        this.platform = platform;
    }

    /** @return how many changed */
    public int apply(OrganisationId organisation, Set<AchievementId> shown, Set<AchievementId> ticked) {
        Set<AchievementId> without = new HashSet<>(shown);
        without.removeAll(ticked);
        Set<AchievementId> with = new HashSet<>(shown);
        with.retainAll(ticked);
        return platform.database().inOrganisation(organisation, handle -> {
            RequestDao dao = handle.attach(RequestDao.class);
            return dao.take(organisation.value(), ids(with))
                    + dao.leave(
                            organisation.value(), ids(without), platform.clock().instant());
        });
    }

    private static UUID[] ids(Set<AchievementId> badges) {
        return badges.stream().map(AchievementId::value).sorted().toArray(UUID[]::new);
    }
}
