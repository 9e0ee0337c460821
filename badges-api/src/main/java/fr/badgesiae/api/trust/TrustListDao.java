package fr.badgesiae.api.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of the trust list that this platform publishes. */
@RegisterConstructorMapper(TrustListRow.class)
public interface TrustListDao {
    /** Serialises nodes that sign. An advisory lock, because the row may not exist yet. */
    @SqlQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7310002)) locked")
    int lock();

    /** The end of validity alone: a page that shows it reads no signed document. */
    @SqlQuery("SELECT expires_at FROM trust_list WHERE id = 1")
    Optional<Instant> expiry();

    @SqlQuery("SELECT sequence, key_id, content, document, issued_at, expires_at FROM trust_list WHERE id = 1")
    Optional<TrustListRow> newest();

    @SqlUpdate("""
            INSERT INTO trust_list (id, sequence, key_id, content, document, issued_at, expires_at)
            VALUES (1, :sequence, :key, :content, :document, :issuedAt, :expiresAt)
            ON CONFLICT (id) DO UPDATE
            SET sequence = excluded.sequence, key_id = excluded.key_id, content = excluded.content,
                document = excluded.document, issued_at = excluded.issued_at, expires_at = excluded.expires_at
            WHERE trust_list.sequence < excluded.sequence
            """)
    int publish(long sequence, UUID key, byte[] content, String document, Instant issuedAt, Instant expiresAt);
}
