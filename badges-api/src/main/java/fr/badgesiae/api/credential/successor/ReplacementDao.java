package fr.badgesiae.api.credential.successor;

import fr.badgesiae.api.statuslist.StatusIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of badges that are replaced by those that renew them; every statement runs for one organisation. */
@RegisterConstructorMapper(ReplacementDao.ReplacedRow.class)
public interface ReplacementDao {
    /** What was replaced, and its place in a status list. */
    record ReplacedRow(UUID id, int edition, @Nested StatusIndex place) {}

    /** What stands in the place of a credential within its award. */
    @SqlQuery("""
            WITH RECURSIVE chain (id, depth) AS (
                SELECT CAST(:credential AS uuid), 0
                UNION ALL
                SELECT s.id, chain.depth + 1
                FROM chain
                JOIN credential b ON b.id = chain.id
                JOIN credential s ON s.supersedes = b.id AND s.award_id = b.award_id AND s.organisation_id = b.organisation_id
                    AND s.state IN ('ISSUED', 'REVOKED'))
            SELECT id FROM chain ORDER BY depth DESC LIMIT 1
            """)
    UUID standing(UUID credential);

    /** Of one that is in force or paused. */
    @SqlQuery("""
            UPDATE credential
            SET state = 'REVOKED', revoked_at = :now, public_reason = 'RENEWED',
                pause_ended_at = CASE WHEN is_pause(public_reason) THEN CAST(:now AS timestamptz) ELSE pause_ended_at END
            WHERE id = :id AND organisation_id = :organisation AND (state = 'ISSUED' OR is_pause(public_reason))
            RETURNING id, edition, status_list_id AS list, status_index AS index
            """)
    Optional<ReplacedRow> replace(UUID id, UUID organisation, Instant now);

    /** The editions that no edition of the new award renews; a copy in a wallet stays until its own end unless it is paused. */
    @SqlQuery("""
            WITH RECURSIVE awaited (id) AS (
                SELECT b.id
                FROM credential b
                JOIN credential s ON s.supersedes = b.id AND s.organisation_id = b.organisation_id
                    AND s.award_id <> b.award_id AND s.state = 'PREPARED'
                WHERE b.award_id = :award AND b.organisation_id = :organisation
                UNION
                SELECT n.id FROM awaited JOIN credential n ON n.supersedes = awaited.id AND n.award_id = :award)
            UPDATE credential c
            SET state = 'REVOKED', revoked_at = :now, public_reason = 'RENEWED',
                pause_ended_at = CASE WHEN is_pause(public_reason) THEN CAST(:now AS timestamptz) ELSE pause_ended_at END
            WHERE c.award_id = :award AND c.organisation_id = :organisation
              AND (is_pause(c.public_reason) OR (c.state = 'ISSUED' AND c.wallet IS NULL))
              AND NOT EXISTS (SELECT FROM awaited WHERE awaited.id = c.id)
            RETURNING c.id, c.edition, c.status_list_id AS list, c.status_index AS index
            """)
    List<ReplacedRow> replaceOthers(UUID award, UUID organisation, Instant now);

    /** The award that a released one renews in its space. */
    @SqlQuery("""
            SELECT b.id
            FROM award a
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN award b ON b.id = o.renews AND b.organisation_id = o.organisation_id AND b.holder_id = a.holder_id
            WHERE a.id = :award AND a.organisation_id = :organisation
              AND EXISTS (SELECT FROM credential c
                          WHERE c.award_id = a.id AND c.edition = 1 AND c.state IN ('ISSUED', 'REVOKED'))
            """)
    Optional<UUID> before(UUID award, UUID organisation);

    /** Successors of the award of before that are not signed yet lose their signer. */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE award_id = :award AND organisation_id = :organisation AND state = 'PREPARED'
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int dropPrepared(UUID award, UUID organisation);

    @SqlQuery("SELECT follow_renewal(:before, :after)")
    long follow(UUID before, UUID after);
}
