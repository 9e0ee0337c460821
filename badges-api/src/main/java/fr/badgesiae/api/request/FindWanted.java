package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.AskedBadges.Wanted;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** Finds what an open request asks for, for the form of an offer. */
final class FindWanted {
    private final Platform platform;

    FindWanted(Platform platform) {
        this.platform = platform;
    }

    Optional<Wanted> apply(OrganisationId organisation, RequestId request) {
        return platform.database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(RequestDao.class).wanted(request.value(), organisation.value()))
                .map(row -> new Wanted(
                        new PersonId(row.workerId()),
                        row.achievementId() == null ? null : new AchievementId(row.achievementId()),
                        row.words()));
    }
}
