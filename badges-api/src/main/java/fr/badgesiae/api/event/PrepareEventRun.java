package fr.badgesiae.api.event;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.run.ChoosePeople;
import fr.badgesiae.api.bulk.run.CreateRun;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Prepares the run that offers the badge of an event to the people who are kept and were given the information sheet. Each step is an act of its own: after a
 * stop between two of them the people are still ready, and a draft that nobody wants is deleted as any other.
 */
public final class PrepareEventRun {
    private final Platform platform;
    private final Achievements achievements;
    private final CreateRun create;
    private final ChoosePeople choose;

    PrepareEventRun(Platform platform, Achievements achievements, CreateRun create, ChoosePeople choose) {
        this.platform = platform;
        this.achievements = achievements;
        this.create = create;
        this.choose = choose;
    }

    /** @param people whom the run is for */
    private record Ready(PublishedAchievement badge, List<UUID> people) {}

    /**
     * Prepares it.
     *
     * @return empty where nobody can be chosen, or the organisation has as many drafts as it can
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for an event of another organisation, or
     *     one whose badge is no longer published
     */
    public Optional<AwardRunId> apply(Principal by, EventId id) {
        Ready ready = ready(by, id);
        if (ready.people().isEmpty()) {
            return Optional.empty();
        }
        Set<PersonId> people = ready.people().stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
        Optional<AwardRunId> run = create.apply(by, ready.badge().id());
        return run.filter(made -> {
            choose.apply(
                    Reach.of(by),
                    made,
                    new ChoosePeople.Choice(people, people, Set.of(), "", Optional.empty(), ChoosePeople.More.NOTHING));
            return prepared(by, id, made) > 0;
        });
    }

    private Ready ready(Principal by, EventId id) {
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            EventDao dao = handle.attach(EventDao.class);
            EventDao.EventRow event = dao.find(id.value(), organisation).orElseThrow(ProblemException::notFound);
            PublishedAchievement badge = achievements.published(handle, by.organisation()).stream()
                    .filter(published -> published.achievement().value().equals(event.achievementId()))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            List<UUID> people = dao.ready(id.value(), organisation).stream()
                    .filter(EventDao.ReadyRow::informed)
                    .map(EventDao.ReadyRow::id)
                    .toList();
            return new Ready(badge, people);
        });
    }

    /** Whom the run left out, since the badge was offered to them before, stays ready. */
    private int prepared(Principal by, EventId id, AwardRunId run) {
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(EventDao.class)
                                .prepared(
                                        id.value(),
                                        by.organisation().value(),
                                        run.value(),
                                        platform.clock().instant()));
    }
}
