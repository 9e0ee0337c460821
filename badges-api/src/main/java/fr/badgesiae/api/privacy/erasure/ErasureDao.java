package fr.badgesiae.api.privacy.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of erasures. */
@RegisterConstructorMapper(ErasureDao.RecordedRow.class)
public interface ErasureDao {
    /** Locks the file, so that of two erasures one finds nothing; whether a dispute needs it. */
    @SqlQuery("""
            SELECT erasure_held_on IS NOT NULL FROM worker
            WHERE id = :person AND organisation_id = :organisation AND erased_at IS NULL
            FOR UPDATE
            """)
    Optional<Boolean> lockFile(UUID person, UUID organisation);

    /** Locks the space, before any file; whether its holder sees the badges of one organisation alone. */
    @SqlQuery("SELECT limited_to IS NOT NULL FROM holder WHERE id = :holder AND erased_at IS NULL FOR UPDATE")
    Optional<Boolean> lockSpace(UUID holder);

    /** So that row-level security leaves nothing out. */
    @SqlUpdate("UPDATE holder SET limited_to = NULL, limited_until = NULL WHERE id = :holder")
    void liftLimit(UUID holder);

    /** The files that this one took in. */
    @SqlQuery("SELECT id FROM worker WHERE merged_into = :person AND organisation_id = :organisation ORDER BY id")
    List<UUID> mergedInto(UUID person, UUID organisation);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM credential
                           WHERE worker_id = :person AND organisation_id = :organisation AND state = 'PREPARED')
            """)
    boolean signsForFile(UUID person, UUID organisation);

    @SqlQuery("SELECT EXISTS (SELECT FROM credential WHERE holder_id = :holder AND state = 'PREPARED')")
    boolean signsForSpace(UUID holder);

    @SqlQuery("""
            SELECT DISTINCT holder_id FROM credential
            WHERE worker_id = :person AND organisation_id = :organisation
            """)
    List<UUID> holdersOf(UUID person, UUID organisation);

    /**
     * Whether nobody can open the space, no other organisation can help with it and no other file needs its badges; in a
     * transaction of the holder.
     */
    @SqlQuery("""
            SELECT NOT EXISTS (SELECT FROM holder_access WHERE holder_id = :holder AND state = 'ACTIVE')
               AND NOT EXISTS (SELECT FROM credential
                               WHERE holder_id = :holder AND organisation_id <> :organisation AND state <> 'VOIDED')
               AND NOT EXISTS (SELECT FROM held_files())
               AND limited_organisation() IS NULL
            """)
    boolean unreachable(UUID holder, UUID organisation);

    @SqlUpdate("""
            INSERT INTO erasure (id, kind, reason, organisation_id, worker_id, holder_id, created_at)
            VALUES (:id, :kind, :reason, :organisation, :worker, :holder, :now)
            """)
    void record(
            UUID id,
            ErasureKind kind,
            ErasureReason reason,
            @Nullable UUID organisation,
            @Nullable UUID worker,
            @Nullable UUID holder,
            Instant now);

    @SqlQuery("SELECT kind, organisation_id, worker_id, holder_id, created_at FROM erasures_since(:at)")
    List<RecordedRow> since(Instant at);

    /** A recorded erasure: ids of a desk file, or of a space. */
    record RecordedRow(
            ErasureKind kind,
            @Nullable UUID organisationId,
            @Nullable UUID workerId,
            @Nullable UUID holderId,
            Instant createdAt) {}
}
