package fr.badgesiae.api.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of attestations. */
@RegisterConstructorMapper(AttestationDao.AcceptedRow.class)
public interface AttestationDao {
    /**
     * A badge beside the person's last pathway that has begun.
     *
     * @param startsOn null without a pathway
     * @param document null in the one row of a person without badges
     */
    record AcceptedRow(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String document) {}

    /** The badges in force as they were accepted, the last first; one row at least. */
    @SqlQuery("""
            SELECT pathway.starts_on, pathway.ends_on, badge.document
            FROM (SELECT 1) one
            LEFT JOIN (
                SELECT p.starts_on, p.ends_on FROM pathway p
                WHERE p.worker_id = :worker AND p.organisation_id = :organisation AND p.starts_on <= :today
                ORDER BY p.starts_on DESC, p.id
                LIMIT 1) pathway ON true
            LEFT JOIN (
                SELECT d.document, a.awarded_on, c.created_at, c.id
                FROM credential c
                JOIN award a ON a.id = c.award_id
                JOIN credential_document d ON d.credential_id = c.id
                WHERE c.worker_id = :worker AND c.organisation_id = :organisation AND c.edition = 1 AND c.state = 'ISSUED'
                  AND coalesce(c.valid_until > :now, true)
                ORDER BY a.awarded_on DESC, c.created_at DESC, c.id DESC
                LIMIT :most) badge ON true
            ORDER BY badge.awarded_on DESC, badge.created_at DESC, badge.id DESC
            """)
    List<AcceptedRow> accepted(UUID worker, UUID organisation, LocalDate today, Instant now, int most);
}
