package fr.badgesiae.api.platform.form;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of kept forms and answers. */
@RegisterConstructorMapper(FormAnswerDao.KeptRow.class)
interface FormAnswerDao {
    /** A row to insert. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one row; never compared
    record NewRow(
            byte[] id,
            byte[] visitor,
            FormAnswerKind kind,
            boolean anonymous,
            byte @Nullable [] content,
            Instant now,
            Instant endsAt) {}

    /** A row of this visitor that has not ended. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one row; never compared
    record KeptRow(FormAnswerKind kind, byte @Nullable [] content) {}

    /**
     * Starts the first sending under a key. One that was never answered is taken over: its node died.
     *
     * @param stuck before it, an unanswered sending counts as dead
     * @return 0 for any later sending
     */
    @SqlUpdate("""
            INSERT INTO form_answer (id, visitor, kind, anonymous, created_at, ends_at)
            VALUES (:id, :visitor, 'RUNNING', false, :now, :endsAt)
            ON CONFLICT (id) DO UPDATE
            SET visitor = EXCLUDED.visitor, kind = 'RUNNING', content = NULL, created_at = EXCLUDED.created_at,
                ends_at = EXCLUDED.ends_at
            WHERE form_answer.ends_at <= EXCLUDED.created_at
               OR (form_answer.kind = 'RUNNING' AND form_answer.created_at < :stuck)
            """)
    int start(byte[] id, byte[] visitor, Instant now, Instant endsAt, Instant stuck);

    @SqlUpdate("UPDATE form_answer SET kind = 'ADDRESS', content = :content WHERE id = :id AND visitor = :visitor")
    int led(byte[] id, byte[] visitor, byte[] content);

    @SqlUpdate("DELETE FROM form_answer WHERE id = :id AND visitor = :visitor")
    int drop(byte[] id, byte[] visitor);

    /**
     * Keeps a row, and at most {@code most} of a visitor.
     *
     * @return 0 when too many of nobody's are kept
     */
    @SqlUpdate("""
            WITH surplus AS (
                DELETE FROM form_answer WHERE id IN (
                    SELECT id FROM form_answer WHERE visitor = :visitor AND kind IN ('PAGE', 'FORM')
                    ORDER BY created_at DESC OFFSET :most - 1))
            INSERT INTO form_answer (id, visitor, kind, anonymous, content, created_at, ends_at)
            SELECT :id, :visitor, :kind, :anonymous, :content, :now, :endsAt
            WHERE NOT :anonymous
               OR (SELECT count(*) FROM (SELECT 1 FROM form_answer WHERE anonymous LIMIT :mostAnonymous) AS known)
                  < :mostAnonymous
            """)
    int keep(@BindMethods NewRow row, int most, int mostAnonymous);

    @SqlQuery("SELECT kind, content FROM form_answer WHERE id = :id AND visitor = :visitor AND ends_at > :now")
    Optional<KeptRow> find(byte[] id, byte[] visitor, Instant now);

    @SqlUpdate("DELETE FROM form_answer WHERE ends_at <= :now")
    int sweep(Instant now);
}
