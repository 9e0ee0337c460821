package fr.badgesiae.api.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the outbox. The number of attempts tells who holds a message: each claim raises it, and only the last one may end it. */
@RegisterConstructorMapper(OutboxDao.ClaimedRow.class)
@RegisterConstructorMapper(OutboxDao.GivenUpRow.class)
@RegisterConstructorMapper(OutboxDao.FiguresRow.class)
public interface OutboxDao {
    @SqlUpdate("""
            INSERT INTO outbox (id, kind, state, holder_id, content, attempts, next_attempt_at, created_at)
            VALUES (:id, :kind, 'WAITING', :holder, :content, 0, :now, :now)
            """)
    void insert(UUID id, MessageKind kind, UUID holder, byte[] content, Instant now);

    /** Takes the message that is due first, unless another node holds it. No row: none is due. */
    @SqlQuery("""
            UPDATE outbox SET attempts = attempts + 1, claimed_until = :until
            WHERE id = (SELECT o.id FROM outbox o
                        WHERE o.state = 'WAITING' AND o.kind = ANY (:kinds) AND o.attempts < :most
                          AND o.next_attempt_at <= :now AND (o.claimed_until IS NULL OR o.claimed_until <= :now)
                        ORDER BY o.next_attempt_at, o.id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, attempts, content
            """)
    Optional<ClaimedRow> claim(List<String> kinds, int most, Instant now, Instant until);

    /** Forgets address and text. Zero rows: another node took it meanwhile, or its holder was erased. */
    @SqlUpdate("""
            UPDATE outbox SET state = :state, failure = :failure, content = NULL, holder_id = NULL, claimed_until = NULL,
                ended_at = :now
            WHERE id = :id AND attempts = :attempts AND state = 'WAITING'
            """)
    int end(UUID id, int attempts, OutboxState state, @Nullable Delivery failure, Instant now);

    @SqlUpdate("""
            UPDATE outbox SET next_attempt_at = :next, failure = :failure, claimed_until = NULL
            WHERE id = :id AND attempts = :attempts AND state = 'WAITING'
            """)
    int retry(UUID id, int attempts, Delivery failure, Instant next);

    /**
     * Messages whose last attempt never ended, since the node died each time, and those that waited for too long, whether or not
     * their kind is still on.
     */
    @SqlQuery("""
            UPDATE outbox SET state = 'DEAD', failure = coalesce(failure, 'UNREACHABLE'), content = NULL, holder_id = NULL,
                claimed_until = NULL, ended_at = :now
            WHERE state = 'WAITING' AND (attempts >= :most OR created_at <= :tooOld)
              AND (claimed_until IS NULL OR claimed_until <= :now)
            RETURNING kind, failure, attempts
            """)
    List<GivenUpRow> giveUp(int most, Instant tooOld, Instant now);

    /** Deletes what ended before; nothing of a person is left in it. */
    @SqlUpdate("DELETE FROM outbox WHERE state <> 'WAITING' AND ended_at < :before")
    int forget(Instant before);

    @SqlQuery("""
            SELECT count(*) FILTER (WHERE state = 'WAITING' AND created_at < :overdue) AS overdue,
                   count(*) FILTER (WHERE state = 'DEAD' AND ended_at >= :since) AS dead
            FROM outbox
            """)
    FiguresRow figures(Instant overdue, Instant since);

    /**
     * A message that this node holds.
     *
     * @param attempts this one included
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record ClaimedRow(UUID id, MessageKind kind, int attempts, byte[] content) {}

    /** A message that ended unsent. */
    record GivenUpRow(MessageKind kind, Delivery failure, int attempts) {}

    /** For the operator. */
    record FiguresRow(int overdue, int dead) {}
}
