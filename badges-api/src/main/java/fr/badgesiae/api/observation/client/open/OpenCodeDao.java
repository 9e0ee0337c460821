package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientReport;
import fr.badgesiae.api.observation.content.Manner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of the page behind a code: a look-up for nobody, then the organisation of the code. */
@RegisterConstructorMapper(OpenCodeDao.LocationRow.class)
@RegisterConstructorMapper(OpenCodeDao.CodeRow.class)
public interface OpenCodeDao {
    /** Where a code is. */
    record LocationRow(UUID organisationId, UUID codeId) {}

    /** What a client reads, and what decides whether an answer is taken. */
    record CodeRow(
            UUID workerId,
            UUID achievementId,
            UUID madeBy,
            String organisation,
            String firstName,
            String lastName,
            String badge,
            String language,
            List<String> tasks,
            LocalDate endsOn,
            String timeZone,
            boolean ended,
            int answers) {}

    @SqlQuery("SELECT organisation_id, code_id FROM locate_client_code(:lookup)")
    Optional<LocationRow> locate(byte[] lookup);

    @SqlQuery("""
            SELECT c.worker_id, c.achievement_id, c.made_by, o.public_name AS organisation, w.first_name, w.last_name,
                   a.name AS badge, a.content ->> 'language' AS language, c.tasks, c.ends_on, o.time_zone,
                   c.ended_at IS NOT NULL OR organisation_paused(c.organisation_id) OR a.state <> 'PUBLISHED' AS ended, c.answers
            FROM client_code c
            JOIN organisation o ON o.id = c.organisation_id
            JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id AND w.erased_at IS NULL
            JOIN achievement a ON a.id = c.achievement_id AND a.organisation_id = c.organisation_id
            WHERE c.id = :code AND c.organisation_id = :organisation
            """)
    Optional<CodeRow> find(UUID code, UUID organisation);

    /** Locked until the transaction ends: answers are counted one after the other, and the file is not erased meanwhile. */
    @SqlQuery("""
            SELECT c.id FROM client_code c JOIN worker w ON w.id = c.worker_id AND w.erased_at IS NULL
            WHERE c.id = :code AND c.organisation_id = :organisation
            FOR UPDATE OF c FOR KEY SHARE OF w
            """)
    Optional<UUID> lock(UUID code, UUID organisation);

    @SqlUpdate("""
            INSERT INTO observation (id, organisation_id, worker_id, achievement_id, seen_by, seen_on, manner, tasks, note, client,
                client_code_id, created_at, updated_at)
            VALUES (:id, :organisation, :person, :badge, :madeBy, :seenOn, :manner, :tasks, :note, :client, :code, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID person,
            UUID badge,
            UUID madeBy,
            LocalDate seenOn,
            Manner manner,
            String[] tasks,
            String note,
            String client,
            UUID code,
            Instant now);

    @SqlUpdate("""
            UPDATE client_code SET answers = answers + 1, updated_at = :now WHERE id = :code AND organisation_id = :organisation
            """)
    int count(UUID code, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE client_code SET report = :report, reported_at = :now, updated_at = :now
            WHERE id = :code AND organisation_id = :organisation
            """)
    int report(UUID code, UUID organisation, ClientReport report, Instant now);
}
