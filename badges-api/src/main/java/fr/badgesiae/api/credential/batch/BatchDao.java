package fr.badgesiae.api.credential.batch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * SQL of many credentials; arrays hold what belongs together at the same place. A lease alone says that a credential is PREPARED:
 * a condition on the state would lead the planner, which expects few of them, to read all that wait for each one.
 */
@RegisterConstructorMapper(BatchDao.LeasedRow.class)
@RegisterConstructorMapper(BatchDao.PreparedRow.class)
public interface BatchDao {
    /** A credential with a lapsed lease, taken over. */
    record LeasedRow(UUID organisationId, UUID credentialId, UUID lease) {}

    /** What is to be signed. */
    record PreparedRow(
            UUID id,
            UUID awardId,
            int edition,
            UUID offerId,
            @Nullable UUID supersedes,
            String payload,
            UUID lease) {}

    @SqlQuery("""
            SELECT organisation_id, credential_id, lease FROM take_unfinished_credentials(:now, :until, :most)
            """)
    List<LeasedRow> take(Instant now, Instant until, int most);

    /** Those that still wait under these leases. */
    @SqlQuery("""
            SELECT c.id, c.award_id, c.edition, a.offer_id, c.supersedes, d.payload, c.lease
            FROM unnest(:ids, :leases) AS taken (id, lease)
            JOIN credential c ON c.id = taken.id AND c.organisation_id = :organisation AND c.lease = taken.lease
            JOIN award a ON a.id = c.award_id
            JOIN credential_document d ON d.credential_id = c.id
            """)
    List<PreparedRow> prepared(UUID organisation, UUID[] ids, UUID[] leases);

    /**
     * Releases exactly once, as that of one does. A row that another transaction holds is passed over: waiting for it while
     * holding others could end in a deadlock with an erasure.
     */
    @SqlQuery("""
            WITH signed AS (
                SELECT s.id, s.lease, s.document, s.jwt
                FROM unnest(:ids, :leases, :documents, :jwts) AS s (id, lease, document, jwt)),
            free AS (
                SELECT c.id
                FROM signed
                JOIN credential c ON c.id = signed.id AND c.organisation_id = :organisation AND c.lease = signed.lease
                JOIN credential_document d ON d.credential_id = c.id
                FOR NO KEY UPDATE OF c, d SKIP LOCKED),
            won AS (
                UPDATE credential c
                SET state = 'ISSUED', issued_at = :now, lease = NULL, lease_until = NULL
                FROM free
                WHERE c.id = free.id
                RETURNING c.id)
            UPDATE credential_document d
            SET document = signed.document, jwt = signed.jwt, payload = NULL
            FROM won JOIN signed ON signed.id = won.id
            WHERE d.credential_id = won.id
            RETURNING d.credential_id
            """)
    Set<UUID> issue(UUID organisation, UUID[] ids, UUID[] leases, String[] documents, String[] jwts, Instant now);

    @SqlQuery("""
            SELECT id FROM credential
            WHERE id = ANY(:ids) AND organisation_id = :organisation AND state IN ('ISSUED', 'REVOKED')
            """)
    Set<UUID> released(UUID organisation, UUID[] ids);
}
