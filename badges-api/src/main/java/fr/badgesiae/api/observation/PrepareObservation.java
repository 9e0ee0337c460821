package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is chosen before something is noted: a person, then a badge. */
public final class PrepareObservation {
    static final int MOST_PEOPLE = 30;

    private final Platform platform;

    PrepareObservation(Platform platform) {
        this.platform = platform;
    }

    /** @param informed whether they were given the information sheet */
    public record PersonToSee(PersonId id, String name, boolean informed) {}

    /**
     * The choices.
     *
     * @param people while nobody is chosen
     * @param more whether a search finds more than these
     * @param person who is chosen, or null
     * @param badges once a person is chosen, by name
     * @param badge that is chosen, or null
     */
    public record Choices(
            List<PersonToSee> people,
            boolean more,
            @Nullable PersonToSee person,
            List<BadgeToSee> badges,
            @Nullable BadgeToSee badge) {}

    /** People by words of their names; without words, whom the member observed last. */
    public Choices people(Principal by, String words) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ObservationDao dao = handle.attach(ObservationDao.class);
            List<PersonToSee> found = (words.isEmpty()
                            ? dao.latest(
                                    by.organisation().value(), by.account().value(), MOST_PEOPLE)
                            : dao.named(
                                    by.organisation().value(), by.account().value(), words, MOST_PEOPLE + 1))
                    .stream().map(PrepareObservation::read).toList();
            return new Choices(
                    found.stream().limit(MOST_PEOPLE).toList(), found.size() > MOST_PEOPLE, null, List.of(), null);
        });
    }

    /**
     * The badges for a person, and the one that is chosen.
     *
     * @throws ProblemException NOT_FOUND for a person or a badge of another organisation
     */
    public Choices apply(Principal by, PersonId person, @Nullable AchievementId badge) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ObservationDao dao = handle.attach(ObservationDao.class);
            PersonToSee found = dao.person(
                            person.value(), by.organisation().value(), by.account().value())
                    .map(PrepareObservation::read)
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
            return new Choices(List.of(), false, found, badges, chosen);
        });
    }

    private static PersonToSee read(ObservationDao.PersonRow row) {
        return new PersonToSee(
                new PersonId(row.id()), Person.fullName(row.firstName(), row.lastName()), row.informed());
    }
}
