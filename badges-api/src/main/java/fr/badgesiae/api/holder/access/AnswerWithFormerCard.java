package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The answer of whoever has the former card and its PIN; the caller has checked both. They know more than the desk: their
 * objection puts the former card back in force and ends every other way in. Their confirmation brings back what waits.
 */
public final class AnswerWithFormerCard {
    private final Database database;
    private final Sessions sessions;
    private final Clock clock;
    private final Audit audit;
    private final Duration wait;

    public AnswerWithFormerCard(Database database, Sessions sessions, Clock clock, Audit audit, Duration wait) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
        this.audit = audit;
        this.wait = wait;
    }

    /** The answer. */
    public enum Answer {
        /** The holder was there: the former card is of no use any more. */
        IT_WAS_ME,
        /** Somebody else was. */
        IT_WAS_NOT_ME
    }

    /**
     * What an answer led to.
     *
     * @param given false when the card waits no more
     * @param session of whoever took their space back
     */
    public record Given(boolean given, Optional<OpenedSession> session) {}

    /**
     * Answers.
     *
     * @param card the former card
     */
    public Given apply(HolderId holder, UUID card, Answer answer) {
        return database.inHolder(holder, handle -> {
            ReopeningAnswerDao dao = handle.attach(ReopeningAnswerDao.class);
            dao.lock(holder.value());
            if (!dao.waits(card, holder.value())) {
                return new Given(false, Optional.empty());
            }
            return switch (answer) {
                case IT_WAS_ME -> confirm(handle, holder, card);
                case IT_WAS_NOT_ME -> object(handle, holder, card);
            };
        });
    }

    private Given confirm(Handle handle, HolderId holder, UUID card) {
        handle.attach(ReopeningAnswerDao.class).retire(card, holder.value());
        answered(handle, holder, ReopeningState.CONFIRMED, AnswerAudit.ACCESS_REOPENING_CONFIRMED);
        return new Given(true, Optional.empty());
    }

    private Given object(Handle handle, HolderId holder, UUID card) {
        ReopeningAnswerDao dao = handle.attach(ReopeningAnswerDao.class);
        dao.replaceOthers(holder.value(), card);
        dao.backInForce(card, holder.value());
        sessions.closeAll(handle, holder);
        answered(handle, holder, ReopeningState.OBJECTED, AnswerAudit.ACCESS_REOPENING_OBJECTED);
        return new Given(true, Optional.of(sessions.openHolder(handle, holder)));
    }

    private void answered(Handle handle, HolderId holder, ReopeningState state, AnswerAudit code) {
        ReopeningAnswerDao dao = handle.attach(ReopeningAnswerDao.class);
        Instant now = clock.instant();
        dao.answer(holder.value(), state, now, now.minus(wait));
        dao.lift(holder.value());
        audit.record(handle, new AuditEvent(Actor.holder(holder), code, holder.value()));
    }
}
