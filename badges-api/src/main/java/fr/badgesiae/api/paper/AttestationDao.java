package fr.badgesiae.api.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of attestations. */
@RegisterConstructorMapper(AttestationDao.PathwayRow.class)
public interface AttestationDao {
    /** A pathway of a person. */
    record PathwayRow(LocalDate startsOn, @Nullable LocalDate endsOn) {}

    /** The last one that has begun. */
    @SqlQuery("""
            SELECT starts_on, ends_on FROM pathway
            WHERE worker_id = :worker AND organisation_id = :organisation AND starts_on <= :today
            ORDER BY starts_on DESC, id
            LIMIT 1
            """)
    Optional<PathwayRow> pathway(UUID worker, UUID organisation, LocalDate today);

    /** The badges in force as they were accepted, the last first. */
    @SqlQuery("""
            SELECT d.document
            FROM credential c
            JOIN award a ON a.id = c.award_id
            JOIN credential_document d ON d.credential_id = c.id
            WHERE c.worker_id = :worker AND c.organisation_id = :organisation AND c.edition = 1 AND c.state = 'ISSUED'
              AND coalesce(c.valid_until > :now, true)
            ORDER BY a.awarded_on DESC, c.created_at DESC, c.id DESC
            LIMIT :most
            """)
    List<String> accepted(UUID worker, UUID organisation, Instant now, int most);
}
