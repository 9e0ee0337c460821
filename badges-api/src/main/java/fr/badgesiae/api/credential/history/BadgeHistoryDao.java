package fr.badgesiae.api.credential.history;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of the history of a badge. */
@RegisterConstructorMapper(BadgeAct.class)
public interface BadgeHistoryDao {
    /** The badge, what it superseded within its award, and its offer are subjects of audit lines. */
    @SqlQuery("""
            WITH RECURSIVE chain (id, award_id, supersedes) AS (
                SELECT c.id, c.award_id, c.supersedes FROM credential c
                WHERE c.id = :badge AND c.organisation_id = :organisation
                UNION ALL
                SELECT b.id, b.award_id, b.supersedes
                FROM chain
                JOIN credential b ON b.id = chain.supersedes AND b.award_id = chain.award_id
                    AND b.organisation_id = :organisation),
            subject (id) AS (
                SELECT id FROM chain
                UNION
                SELECT a.offer_id FROM chain JOIN award a ON a.id = chain.award_id AND a.organisation_id = :organisation)
            SELECT e.created_at AS at, e.code, t.display_name AS who,
                   CASE e.code WHEN 'CREDENTIAL_PAUSED' THEN c.pause_reason
                               WHEN 'CREDENTIAL_REVOKED' THEN c.public_reason
                               WHEN 'CREDENTIAL_WITHDRAWN' THEN c.public_reason END AS reason,
                   nullif(CASE e.code WHEN 'CREDENTIAL_PAUSED' THEN c.pause_note
                                      WHEN 'CREDENTIAL_REVOKED' THEN c.private_note END, '') AS note
            FROM subject s
            JOIN audit_event e ON e.subject_id = s.id AND e.organisation_id = :organisation
            LEFT JOIN credential c ON c.id = e.subject_id AND c.organisation_id = :organisation
            LEFT JOIN account t ON e.actor_kind = 'ACCOUNT' AND t.id = e.actor_id
            WHERE e.code = ANY (:codes)
            ORDER BY e.created_at, e.id
            LIMIT 200
            """)
    List<BadgeAct> acts(UUID badge, UUID organisation, String[] codes);
}
