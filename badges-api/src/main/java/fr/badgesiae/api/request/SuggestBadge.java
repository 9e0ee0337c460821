package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.AssignedPeople;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.request.content.RequestAudit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member asks for a badge for somebody; whoever awards badges decides. */
public final class SuggestBadge {
    private final Platform platform;
    private final Organisations organisations;
    private final People people;

    SuggestBadge(Platform platform, Organisations organisations, People people) {
        this.platform = platform;
        this.organisations = organisations;
        this.people = people;
    }

    /**
     * Sends the request.
     *
     * @param badge or null where the words describe it
     * @param words 1 to 500 characters
     * @return empty where a request for this badge and this person is open
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person whom the member may
     *     not act on, or a badge of another organisation
     */
    public Optional<RequestId> apply(Principal by, PersonId person, @Nullable AchievementId badge, String words) {
        UUID organisation = by.organisation().value();
        RequestId id = new RequestId(platform.ids().uuid());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            people.require(handle, by.organisation(), person);
            AssignedPeople.require(handle, by, person);
            RequestDao dao = handle.attach(RequestDao.class);
            if (badge != null && !dao.published(badge.value(), organisation)) {
                throw ProblemException.notFound();
            }
            if (badge != null
                    && dao.twin(person.value(), organisation, badge.value()).isPresent()) {
                return Optional.empty();
            }
            dao.suggest(
                    id.value(),
                    organisation,
                    person.value(),
                    by.account().value(),
                    badge == null ? null : badge.value(),
                    words,
                    platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    RequestAudit.BADGE_SUGGESTED,
                                    person.value()));
            return Optional.of(id);
        });
    }
}
