package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.observation.content.ClientReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of codes for clients; every statement runs for one organisation and the reach {@code :member}. */
@RegisterConstructorMapper(ClientCodeDao.CodeRow.class)
public interface ClientCodeDao {
    /** A code with the names of its person and badge. */
    @SuppressWarnings("ArrayRecordComponent")
    record CodeRow(
            UUID id,
            UUID workerId,
            String firstName,
            String lastName,
            String badge,
            List<String> tasks,
            LocalDate endsOn,
            boolean ended,
            int answers,
            @Nullable ClientReport report,
            byte[] codeSealed) {}

    String CODE = """
            SELECT c.id, c.worker_id, w.first_name, w.last_name, a.name AS badge, c.tasks, c.ends_on,
                   c.ended_at IS NOT NULL AS ended, c.answers, c.report, c.code_sealed
            FROM client_code c
            JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id AND w.erased_at IS NULL
            JOIN achievement a ON a.id = c.achievement_id AND a.organisation_id = c.organisation_id
            WHERE c.organisation_id = :organisation AND is_assigned(:member, c.worker_id)
            """;

    /** Codes that a client reported in the last two weeks. */
    String REPORTED = """
            SELECT count(*) FROM client_code c
            WHERE c.organisation_id = :organisation AND c.reported_at > CAST(:now AS timestamptz) - interval '14 days'
            """;

    @SqlQuery(CODE + "AND c.id = :id")
    Optional<CodeRow> find(UUID id, UUID organisation, @Nullable UUID member);

    /** Of one person, the newest first. */
    @SqlQuery(CODE + "AND c.worker_id = :person ORDER BY c.created_at DESC, c.id DESC LIMIT :most")
    List<CodeRow> ofPerson(UUID person, UUID organisation, @Nullable UUID member, int most);

    /** Those that were reported in the last two weeks, the latest first. */
    @SqlQuery(CODE + """
            AND c.reported_at > CAST(:now AS timestamptz) - interval '14 days'
            ORDER BY c.reported_at DESC, c.id DESC
            LIMIT :most
            """)
    List<CodeRow> reported(UUID organisation, @Nullable UUID member, Instant now, int most);

    @SqlUpdate("""
            INSERT INTO client_code (id, organisation_id, worker_id, achievement_id, tasks, ends_on, code_lookup, code_sealed,
                made_by, created_at, updated_at)
            VALUES (:id, :organisation, :person, :badge, :tasks, :endsOn, :lookup, :sealed, :by, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID person,
            UUID badge,
            String[] tasks,
            LocalDate endsOn,
            byte[] lookup,
            byte[] sealed,
            UUID by,
            Instant now);

    @SqlUpdate("""
            UPDATE client_code SET ended_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND ended_at IS NULL
            """)
    int end(UUID id, UUID organisation, Instant now);
}
