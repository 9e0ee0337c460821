package fr.badgesiae.api.request.space;

import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of a holder's requests: reading runs for the holder, writing in the organisation of one of their files. */
@RegisterConstructorMapper(SpaceRequestDao.FileRow.class)
@RegisterConstructorMapper(SpaceRequestDao.RequestRow.class)
@RegisterConstructorMapper(SpaceRequestDao.BadgeRow.class)
public interface SpaceRequestDao {
    /** A desk file of the holder. */
    record FileRow(UUID workerId, UUID organisationId, String organisation, boolean paused, int open) {}

    /** A request of the holder. */
    record RequestRow(
            UUID id,
            UUID organisationId,
            UUID workerId,
            String organisation,
            @Nullable String badge,
            String words,
            RequestState state,
            String question,
            @Nullable Instant questionAt,
            String answer,
            @Nullable RefusalReason reason,
            String reply,
            boolean offered,
            Instant createdAt,
            @Nullable Instant closedAt) {}

    /** A badge to ask for. */
    record BadgeRow(UUID id, String name) {}

    String REQUESTS = """
            SELECT r.id, r.organisation_id, r.worker_id, r.organisation, r.badge, r.words, r.state, r.question, r.question_at,
                   r.answer, r.reason, r.reply, r.offered, r.created_at, r.closed_at
            FROM requests_of_holder() r
            """;

    /** The desk files of the holder of the transaction. */
    @SqlQuery("SELECT worker_id, organisation_id, organisation, paused, open FROM files_to_ask()")
    List<FileRow> files();

    @SqlQuery(REQUESTS + "LIMIT :most")
    List<RequestRow> requests(int most);

    @SqlQuery(REQUESTS + "WHERE r.id = :id")
    Optional<RequestRow> request(UUID id);

    /** The published badges that people can ask for, by name; none without a file of the holder of the transaction. */
    @SqlQuery("SELECT id, name FROM badges_to_ask_for(:worker)")
    List<BadgeRow> badges(@Nullable UUID worker);

    /** The file is still the holder's; nobody counts or erases it before the transaction ends. */
    @SqlQuery("""
            SELECT w.id FROM worker w
            WHERE w.id = :worker AND w.organisation_id = :organisation AND w.holder_id = :holder AND w.erased_at IS NULL
            FOR NO KEY UPDATE
            """)
    Optional<UUID> lock(UUID worker, UUID organisation, UUID holder);

    @SqlQuery("""
            SELECT count(*) FROM badge_request
            WHERE worker_id = :worker AND organisation_id = :organisation AND asked_by IS NULL AND state IN ('SENT', 'ASKED')
            """)
    int open(UUID worker, UUID organisation);

    /** Those that were sent since, withdrawn ones too. */
    @SqlQuery("""
            SELECT count(*) FROM badge_request
            WHERE worker_id = :worker AND organisation_id = :organisation AND asked_by IS NULL AND created_at > :since
            """)
    int since(UUID worker, UUID organisation, Instant since);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM badge_request
                WHERE worker_id = :worker AND organisation_id = :organisation AND achievement_id = :badge
                  AND asked_by IS NULL AND state IN ('SENT', 'ASKED'))
            """)
    boolean twin(UUID worker, UUID organisation, UUID badge);

    @SqlUpdate("""
            INSERT INTO badge_request (id, organisation_id, worker_id, achievement_id, words, state, to_read_at, created_at,
                updated_at)
            VALUES (:id, :organisation, :worker, :badge, :words, 'SENT', :now, :now, :now)
            """)
    void insert(UUID id, UUID organisation, UUID worker, @Nullable UUID badge, String words, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'SENT', answer = :answer, to_read_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND worker_id = :worker AND asked_by IS NULL
              AND state = 'ASKED'
            """)
    int answer(UUID id, UUID organisation, UUID worker, String answer, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'WITHDRAWN', closed_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND worker_id = :worker AND asked_by IS NULL
              AND state IN ('SENT', 'ASKED')
            """)
    int withdraw(UUID id, UUID organisation, UUID worker, Instant now);
}
