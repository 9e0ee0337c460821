package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.AssignedPeople;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestAudit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of the desk to a request, and of the member who asked for somebody. Accepting is an offer, which closes it. */
public final class ChangeRequest {
    private final Platform platform;

    ChangeRequest(Platform platform) {
        this.platform = platform;
    }

    /** What becomes of it. */
    public sealed interface Change permits Choose, Ask, Refuse, Answer, Withdraw {}

    /** Another badge, or the first. */
    public record Choose(AchievementId badge) implements Change {}

    /** The desk wants to know more. */
    public record Ask(String question) implements Change {}

    /** The desk refuses, and says why. */
    public record Refuse(RefusalReason reason, String reply) implements Change {}

    /** The member who asked answers the question. */
    public record Answer(String answer) implements Change {}

    /** The member who asked takes it back. */
    public record Withdraw() implements Change {}

    /**
     * Writes it down.
     *
     * @throws ProblemException NOT_FOUND for a request of another organisation, or for an answer to somebody else's request;
     *     CONFLICT when it was answered or closed meanwhile
     */
    public RequestId apply(Principal by, RequestId id, Change change) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            RequestDao dao = handle.attach(RequestDao.class);
            RequestDao.LockRow row =
                    dao.lock(id.value(), by.organisation().value()).orElseThrow(ProblemException::notFound);
            boolean own = by.account().value().equals(row.askedBy())
                    && AssignedPeople.mayActOn(handle, by, new PersonId(row.workerId()));
            boolean forAsker = change instanceof Answer || change instanceof Withdraw;
            if (forAsker ? !own : !by.may(Permission.AWARD)) {
                throw ProblemException.notFound();
            }
            RequestAudit code = write(dao, by.organisation().value(), id.value(), change);
            if (code != null) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(by.organisation(), Actor.account(by.account()), code, row.workerId()));
            }
            return id;
        });
    }

    private @Nullable RequestAudit write(RequestDao dao, UUID organisation, UUID id, Change change) {
        Instant now = platform.clock().instant();
        if (change instanceof Choose choose) {
            if (!dao.published(choose.badge().value(), organisation)) {
                throw ProblemException.notFound();
            }
            changed(dao.choose(id, organisation, choose.badge().value(), now));
            return null;
        }
        if (change instanceof Ask ask) {
            changed(dao.ask(id, organisation, ask.question(), now));
            return RequestAudit.REQUEST_QUESTIONED;
        }
        if (change instanceof Refuse refuse) {
            changed(dao.refuse(id, organisation, refuse.reason(), refuse.reply(), now));
            return RequestAudit.REQUEST_REFUSED;
        }
        if (change instanceof Answer answer) {
            changed(dao.answer(id, organisation, answer.answer(), now));
            return RequestAudit.REQUEST_ANSWERED;
        }
        changed(dao.withdraw(id, organisation, now));
        return RequestAudit.REQUEST_WITHDRAWN;
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new ProblemException(ProblemType.CONFLICT, "This request has been answered or closed before.");
        }
    }
}
