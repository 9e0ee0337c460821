package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the person whose work is noted, and the badges to choose from. */
public final class PrepareObservation {
    private final Platform platform;

    public PrepareObservation(Platform platform) {
        this.platform = platform;
    }

    /**
     * The choices.
     *
     * @param badges by name
     * @param badge that is chosen, or null
     */
    public record Choices(
            PersonToSee person,
            List<BadgeToSee> badges,
            @Nullable BadgeToSee badge) {}

    /**
     * The badges for a person, and the one that is chosen.
     *
     * @throws ProblemException NOT_FOUND for a person or a badge of another organisation
     */
    public Choices apply(Principal by, PersonId person, @Nullable AchievementId badge) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ObservationDao dao = handle.attach(ObservationDao.class);
            PersonToSee found = dao.person(
                            person.value(),
                            by.organisation().value(),
                            Reach.of(by).member())
                    .map(PersonToSee::read)
                    .orElseThrow(ProblemException::notFound);
            List<BadgeToSee> badges = dao.badges(by.organisation().value(), null).stream()
                    .map(BadgeToSee::read)
                    .sorted(BadgeToSee.BY_NAME)
                    .toList();
            BadgeToSee chosen = badge == null
                    ? null
                    : badges.stream()
                            .filter(one -> one.id().equals(badge))
                            .findFirst()
                            .orElseThrow(ProblemException::notFound);
            return new Choices(found, badges, chosen);
        });
    }
}
