package fr.badgesiae.api.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * SQL of signing keys. A null organisation is the platform. What is read by list is published in DID documents and key sets, so
 * without RSA keys, which sign Open Badges 2.0 alone.
 */
@RegisterConstructorMapper(KeyRow.class)
@RegisterConstructorMapper(SealedKeyRow.class)
public interface KeyDao {
    @SqlUpdate("""
            INSERT INTO signing_key
                (id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, created_at)
            VALUES (:id, :organisation, :algorithm, :version, :publicJwk, :multikey, 'ACTIVE', :now, :now)
            ON CONFLICT DO NOTHING
            """)
    int insert(
            UUID id,
            @Nullable UUID organisation,
            KeyAlgorithm algorithm,
            int version,
            String publicJwk,
            @Nullable String multikey,
            Instant now);

    /** The version of the next key; 1 for the first, and always for the platform. */
    @SqlQuery("""
            SELECT coalesce(max(version), 0) + 1 FROM signing_key
            WHERE organisation_id = :organisation AND algorithm = :algorithm
            """)
    int nextVersion(@Nullable UUID organisation, KeyAlgorithm algorithm);

    @SqlUpdate("""
            INSERT INTO signing_key_secret (id, organisation_id, version, sealed)
            VALUES (:id, :organisation, :version, :sealed)
            """)
    void insertSecret(UUID id, @Nullable UUID organisation, int version, byte[] sealed);

    @SqlQuery("""
            SELECT s.id, k.algorithm, s.version, k.public_jwk, s.sealed
            FROM signing_key_secret s JOIN signing_key k ON k.id = s.id
            WHERE k.organisation_id = :organisation AND s.organisation_id = :organisation
              AND k.algorithm = :algorithm AND k.state = 'ACTIVE'
            """)
    Optional<SealedKeyRow> active(UUID organisation, KeyAlgorithm algorithm);

    /** The active key of each algorithm that every owner has. */
    @SqlQuery("""
            SELECT s.id, k.algorithm, s.version, k.public_jwk, s.sealed
            FROM signing_key_secret s JOIN signing_key k ON k.id = s.id
            WHERE k.organisation_id = :organisation AND s.organisation_id = :organisation AND k.state = 'ACTIVE'
              AND k.algorithm <> 'RS256'
            """)
    List<SealedKeyRow> active(UUID organisation);

    @SqlQuery("""
            SELECT s.id, k.algorithm, s.version, k.public_jwk, s.sealed
            FROM signing_key_secret s JOIN signing_key k ON k.id = s.id
            WHERE k.organisation_id IS NULL AND s.organisation_id IS NULL
              AND k.algorithm = :algorithm AND k.state = 'ACTIVE'
            """)
    Optional<SealedKeyRow> activeOfPlatform(KeyAlgorithm algorithm);

    /** Newest first: a document names the key in use before its predecessors. */
    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE organisation_id = :organisation AND algorithm <> 'RS256'
            ORDER BY algorithm, version DESC
            """)
    List<KeyRow> of(@Nullable UUID organisation);

    /** The same of the platform: IS NOT DISTINCT FROM would serve both and use no index. */
    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE organisation_id IS NULL
            ORDER BY algorithm, version DESC
            """)
    List<KeyRow> ofPlatform();

    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE id = :id AND algorithm <> 'RS256'
            """)
    Optional<KeyRow> byId(UUID id);

    /** The RSA keys of an organisation that are not compromised, newest first. */
    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE organisation_id = :organisation AND algorithm = 'RS256' AND state <> 'COMPROMISED'
            ORDER BY version DESC
            """)
    List<KeyRow> rsa(UUID organisation);

    /** Whether the organisation has or had an RSA key, in whichever state. */
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM signing_key WHERE organisation_id = :organisation AND algorithm = 'RS256')")
    boolean hadRsa(UUID organisation);

    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE id = :id AND algorithm = 'RS256' AND state <> 'COMPROMISED' AND organisation_id IS NOT NULL
            """)
    Optional<KeyRow> rsaById(UUID id);

    /** Every published key that is not compromised, for the key set. */
    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE state <> 'COMPROMISED' AND algorithm <> 'RS256'
            ORDER BY organisation_id NULLS FIRST, algorithm, version DESC
            """)
    List<KeyRow> trusted();

    /** Every key with its owner's others, newest first. */
    @FetchSize(1_000)
    @SqlQuery("""
            SELECT id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, not_after
            FROM signing_key
            WHERE algorithm <> 'RS256'
            ORDER BY organisation_id NULLS FIRST, algorithm, version DESC
            """)
    Stream<KeyRow> published();

    /** Owners of keys, closed ones included: what they signed stays published. */
    @SqlQuery("""
            SELECT DISTINCT organisation_id FROM signing_key
            WHERE organisation_id > :after
            ORDER BY organisation_id
            LIMIT :most
            """)
    List<UUID> ownersAfter(UUID after, int most);

    /** Organisations whose keys the health check opens: the newest and the oldest. */
    @SqlQuery("""
            (SELECT organisation_id FROM signing_key
             WHERE organisation_id IS NOT NULL AND algorithm = 'ED25519' AND state = 'ACTIVE'
             ORDER BY created_at DESC LIMIT :each)
            UNION
            (SELECT organisation_id FROM signing_key
             WHERE organisation_id IS NOT NULL AND algorithm = 'ED25519' AND state = 'ACTIVE'
             ORDER BY created_at LIMIT :each)
            """)
    List<UUID> owners(int each);

    /** Serialises nodes that start together: one of them creates the keys of the platform. */
    @SqlQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7310001)) locked")
    int lockPlatform();
}
