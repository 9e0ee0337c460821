package fr.badgesiae.api.request.space;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.request.content.RequestAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A holder asks an organisation that has a file of them for a badge. */
public final class AskForBadge {
    /** Requests to one organisation that wait at once. */
    public static final int MOST_OPEN = 5;

    /** Requests to one organisation within a day: whoever withdraws and asks again fills the journal of others. */
    public static final int MOST_A_DAY = 10;

    private final Platform platform;
    private final Organisations organisations;

    public AskForBadge(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** The answer to a request. */
    public enum Outcome {
        SENT,
        /** {@link #MOST_OPEN} wait. */
        TOO_MANY,
        /** {@link #MOST_A_DAY} were sent since yesterday at this time. */
        ENOUGH_TODAY,
        /** One for this badge waits. */
        TWICE,
        /** The organisation cannot offer badges at the moment. */
        PAUSED
    }

    /**
     * Sends the request.
     *
     * @param file of the holder in the organisation
     * @param badge or null where the words describe it
     * @param words 1 to 500 characters
     * @throws ProblemException NOT_FOUND for a file that is not the holder's, or a badge that nobody can ask for
     */
    public Outcome apply(HolderId holder, PersonId file, @Nullable AchievementId badge, String words) {
        ListAskable.File own = platform.database().inHolder(holder, handle -> {
            SpaceRequestDao dao = handle.attach(SpaceRequestDao.class);
            if (badge != null
                    && dao.badges(file.value()).stream()
                            .noneMatch(known -> known.id().equals(badge.value()))) {
                throw ProblemException.notFound();
            }
            return dao.files().stream()
                    .map(ListAskable.File::of)
                    .filter(known -> known.person().equals(file))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
        });
        return platform.database()
                .inOrganisation(own.organisation(), handle -> send(handle, holder, own, badge, words));
    }

    private Outcome send(
            Handle handle, HolderId holder, ListAskable.File file, @Nullable AchievementId badge, String words) {
        OrganisationId organisation = file.organisation();
        UUID worker = file.person().value();
        SpaceRequestDao dao = handle.attach(SpaceRequestDao.class);
        if (dao.lock(worker, organisation.value(), holder.value()).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (organisations.suspension(handle, organisation).isPresent()) {
            return Outcome.PAUSED;
        }
        if (dao.open(worker, organisation.value()) >= MOST_OPEN) {
            return Outcome.TOO_MANY;
        }
        Instant now = platform.clock().instant();
        if (dao.since(worker, organisation.value(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return Outcome.ENOUGH_TODAY;
        }
        if (badge != null && dao.twin(worker, organisation.value(), badge.value())) {
            return Outcome.TWICE;
        }
        dao.insert(
                platform.ids().uuid(), organisation.value(), worker, badge == null ? null : badge.value(), words, now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(organisation, Actor.holder(holder), RequestAudit.BADGE_REQUESTED, worker));
        return Outcome.SENT;
    }
}
