package fr.badgesiae.api.platform.auth.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of passkeys, their owners and their challenges. */
@RegisterConstructorMapper(Passkey.class)
@RegisterConstructorMapper(PasskeyRow.class)
@RegisterConstructorMapper(PasskeyLocationRow.class)
public interface PasskeyDao {
    /** The owner's user handle: the stored one, or this one. */
    @SqlQuery("""
            INSERT INTO passkey_owner AS o (id, holder_id, user_handle, created_at) VALUES (:id, :holder, :handle, :now)
            ON CONFLICT (holder_id) DO UPDATE SET user_handle = o.user_handle
            RETURNING user_handle
            """)
    Optional<byte[]> userHandle(UUID id, UUID holder, byte[] handle, Instant now);

    @SqlUpdate("""
            INSERT INTO passkey_challenge (id, challenge_hash, ceremony, bound_to, holder_id, created_at, ends_at)
            VALUES (:id, :hash, :ceremony, :boundTo, :holder, :now, :ends)
            """)
    void insertChallenge(
            UUID id, byte[] hash, Ceremony ceremony, byte[] boundTo, @Nullable UUID holder, Instant now, Instant ends);

    /** Of two that spend it at once, one deletes the row. */
    @SqlUpdate("""
            DELETE FROM passkey_challenge
            WHERE challenge_hash = :hash AND ceremony = :ceremony AND bound_to = :boundTo
              AND holder_id IS NOT DISTINCT FROM :holder AND ends_at > :now
            """)
    int spendChallenge(byte[] hash, Ceremony ceremony, byte[] boundTo, @Nullable UUID holder, Instant now);

    @SqlQuery("SELECT forget_passkey_challenges(:now)")
    long forgetChallenges(Instant now);

    @SqlQuery("SELECT credential_id FROM passkey WHERE holder_id = :holder")
    List<byte[]> credentialIds(UUID holder);

    /** No row when this credential is somebody's already. */
    @SqlUpdate("""
            INSERT INTO passkey (id, holder_id, credential_id, public_key, signature_count, backup_eligible, backed_up,
                                 name, created_at, last_used_at)
            VALUES (:id, :holder, :credentialId, :publicKey, :signatureCount, :backupEligible, :backedUp, :name, :now, :now)
            ON CONFLICT (credential_id) DO NOTHING
            """)
    int insert(
            UUID id,
            UUID holder,
            byte[] credentialId,
            byte[] publicKey,
            long signatureCount,
            boolean backupEligible,
            boolean backedUp,
            String name,
            Instant now);

    @SqlQuery("SELECT holder_id, passkey_id FROM locate_passkey(:credential)")
    Optional<PasskeyLocationRow> locate(byte[] credential);

    /** Locks the row: its counter changes in order. */
    @SqlQuery("""
            SELECT p.credential_id, o.user_handle, p.public_key, p.signature_count, p.backup_eligible, p.backed_up, p.name
            FROM passkey p JOIN passkey_owner o ON o.holder_id = p.holder_id
            WHERE p.id = :id AND p.holder_id = :holder FOR UPDATE OF p
            """)
    Optional<PasskeyRow> find(UUID id, UUID holder);

    @SqlUpdate("""
            UPDATE passkey SET signature_count = :count, backed_up = :backedUp, last_used_at = :now
            WHERE id = :id AND holder_id = :holder
            """)
    int used(UUID id, UUID holder, long count, boolean backedUp, Instant now);

    @SqlUpdate("UPDATE passkey SET went_back_at = :now WHERE id = :id AND holder_id = :holder")
    int wentBack(UUID id, UUID holder, Instant now);

    @SqlQuery("""
            SELECT p.id, p.name, p.backed_up, p.created_at, p.last_used_at, p.went_back_at,
                   EXISTS (SELECT FROM session s WHERE s.id = :session AND s.passkey_id = p.id) AS here
            FROM passkey p WHERE p.holder_id = :holder
            ORDER BY p.created_at, p.id
            """)
    List<Passkey> list(UUID holder, UUID session);

    @SqlQuery("SELECT count(*) FROM passkey WHERE holder_id = :holder")
    int count(UUID holder);

    @SqlUpdate("UPDATE passkey SET name = :name WHERE id = :id AND holder_id = :holder")
    int rename(UUID id, UUID holder, String name);

    @SqlUpdate("DELETE FROM passkey WHERE id = :id AND holder_id = :holder")
    int remove(UUID id, UUID holder);

    @SqlUpdate("DELETE FROM passkey WHERE holder_id = :holder")
    int removeAll(UUID holder);
}
