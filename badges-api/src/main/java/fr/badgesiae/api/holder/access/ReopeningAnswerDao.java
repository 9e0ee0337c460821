package fr.badgesiae.api.holder.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of a holder's answers to reopenings; every statement runs for one holder. */
@RegisterConstructorMapper(NoticeRow.class)
public interface ReopeningAnswerDao {
    @SqlQuery("""
            SELECT n.card_shown, n.limited_until, n.limited, n.others_wait, n.reopening_id, n.public_name, n.public_phone,
                   n.state, n.created_at, n.used_at, holder_zone(app_holder()) AS time_zone, f.public_name AS file_of,
                   f.counts_from_on AS file_from_on, f.announced_on AS file_announced_on
            FROM notice_of_holder() n
            LEFT JOIN LATERAL (SELECT public_name, counts_from_on, announced_on FROM announced_files() LIMIT 1) f ON true
            """)
    Optional<NoticeRow> notice();

    /** Locks the holder's row: an answer and a reopening do not cross. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder FOR UPDATE")
    Optional<UUID> lock(UUID holder);

    /** Closes what waits for an answer, for administrators to look at again. Zero rows: answered before, or too late. */
    @SqlUpdate("""
            UPDATE access_reopening
            SET state = :state, answered_at = :now, reviewed_at = NULL, reviewed_by = NULL,
                pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE holder_id = :holder
              AND ((state = 'OPEN' AND ends_at > :now) OR (state IN ('USED', 'OBJECTED') AND used_at > :since))
            """)
    int answer(UUID holder, ReopeningState state, Instant now, Instant since);

    /** Badges of other organisations wait without an end. */
    @SqlUpdate("UPDATE holder SET limited_until = NULL WHERE id = :holder")
    int keepWaiting(UUID holder);

    @SqlUpdate("UPDATE holder SET limited_to = NULL, limited_until = NULL WHERE id = :holder")
    int lift(UUID holder);

    @SqlUpdate("""
            UPDATE holder_access SET state = 'REPLACED', waits_until = NULL, code_sealed = NULL
            WHERE holder_id = :holder AND state IN ('ACTIVE', 'WAITING') AND id <> :kept
            """)
    int replaceOthers(UUID holder, UUID kept);

    @SqlQuery(
            "SELECT EXISTS (SELECT FROM holder_access WHERE id = :card AND holder_id = :holder AND state = 'WAITING')")
    boolean waits(UUID card, UUID holder);

    @SqlUpdate("""
            UPDATE holder_access SET state = 'ACTIVE', waits_until = NULL
            WHERE id = :card AND holder_id = :holder AND state = 'WAITING'
            """)
    int backInForce(UUID card, UUID holder);

    @SqlUpdate("""
            UPDATE holder_access SET state = 'REPLACED', waits_until = NULL
            WHERE id = :card AND holder_id = :holder AND state = 'WAITING'
            """)
    int retire(UUID card, UUID holder);
}
