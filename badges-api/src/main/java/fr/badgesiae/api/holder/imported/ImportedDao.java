package fr.badgesiae.api.holder.imported;

import fr.badgesiae.verifier.Headline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of badges from elsewhere; every statement but the last two runs for one holder. */
@RegisterConstructorMapper(ImportedRow.class)
@RegisterConstructorMapper(ImportedDao.ListedRow.class)
@RegisterConstructorMapper(ImportedDao.SameRow.class)
@RegisterConstructorMapper(ImportedDao.KnownRow.class)
public interface ImportedDao {
    /** A row of the list. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record ListedRow(
            UUID id,
            byte[] facts,
            Headline headline,
            boolean known,
            @Nullable Instant checkedAt) {}

    /** What is compared of two files of one badge. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record SameRow(
            UUID id,
            byte[] identity,
            @Nullable Instant validFrom,
            @Nullable Instant checkedAt,
            Instant createdAt) {}

    /** What a file is known by. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record KnownRow(UUID id, byte[] facts) {}

    /** Newest first, without the files. */
    @SqlQuery("""
            SELECT id, facts, headline, known, checked_at
            FROM imported_badge WHERE holder_id = :holder AND state = 'KEPT'
            ORDER BY created_at DESC, id
            """)
    List<ListedRow> list(UUID holder);

    @SqlQuery("""
            SELECT i.id, i.state = 'PENDING' AS pending, i.form, i.file, i.facts, i.headline, i.known, i.checked_at,
                   i.created_at,
                   (SELECT string_agg(DISTINCT own.name, E'\\n')
                    FROM (SELECT displayed_name AS name FROM credential
                          WHERE holder_id = :holder AND displayed_name IS NOT NULL AND state <> 'VOIDED'
                          UNION ALL SELECT first_name || ' ' || last_name FROM choices_of_holder()) own) AS names
            FROM imported_badge i WHERE i.id = :id AND i.holder_id = :holder
            """)
    Optional<ImportedRow> find(UUID id, UUID holder);

    @SqlQuery("""
            SELECT id, identity, starts_at AS valid_from, checked_at, created_at
            FROM imported_badge WHERE id = :id AND holder_id = :holder AND state = 'PENDING'
            """)
    Optional<SameRow> pending(UUID id, UUID holder);

    @SqlQuery("""
            SELECT id, identity, starts_at AS valid_from, checked_at, created_at
            FROM imported_badge WHERE holder_id = :holder AND identity = :identity AND state = 'KEPT'
            """)
    Optional<SameRow> kept(UUID holder, byte[] identity);

    @SqlQuery("SELECT count(*) FROM imported_badge WHERE holder_id = :holder AND state = 'KEPT'")
    int count(UUID holder);

    /**
     * Bytes of all files that would be kept, sealed.
     *
     * @param brought which is kept, and which waits
     * @param replaced which it takes the place of, or null
     */
    @SqlQuery("""
            SELECT coalesce(sum(octet_length(file)), 0) FROM imported_badge
            WHERE holder_id = :holder AND (state = 'KEPT' OR id = :brought) AND id IS DISTINCT FROM CAST(:replaced AS uuid)
            """)
    long bytes(UUID holder, UUID brought, @Nullable UUID replaced);

    /** What every file of a space is known by, sealed. */
    @SqlQuery("SELECT id, facts FROM imported_badge WHERE holder_id = :holder")
    List<KnownRow> known(UUID holder);

    @SqlUpdate("UPDATE imported_badge SET identity = :identity WHERE id = :id AND holder_id = :holder")
    int identify(UUID id, UUID holder, byte[] identity);

    /** Whether a reopening limits what the space shows. */
    @SqlQuery("SELECT limited_organisation() IS NOT NULL")
    boolean limited();

    /** Two tabs do not keep two badges in one place. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder FOR UPDATE")
    Optional<UUID> lock(UUID holder);

    /** The badge of ours, as it was accepted, of which this is an edition or the public form. */
    @SqlQuery("""
            SELECT accepted.id
            FROM credential c JOIN credential accepted ON accepted.award_id = c.award_id AND accepted.edition = 1
                AND accepted.state <> 'VOIDED'
            WHERE c.holder_id = :holder
              AND (c.id = :id OR c.id = (SELECT p.credential_id FROM public_badge p WHERE p.id = :id AND p.holder_id = :holder))
            LIMIT 1
            """)
    Optional<UUID> own(UUID holder, UUID id);

    @SqlUpdate("""
            INSERT INTO imported_badge (id, holder_id, state, identity, form, file, facts, starts_at, headline, known,
                                        checked_at, created_at, updated_at)
            VALUES (:id, :holder, 'PENDING', :identity, :form, :file, :facts, :validFrom, :headline, :known, :checkedAt,
                    :now, :now)
            """)
    void insert(
            UUID id,
            UUID holder,
            byte[] identity,
            ImportedForm form,
            byte[] file,
            byte[] facts,
            @Nullable Instant validFrom,
            Headline headline,
            boolean known,
            @Nullable Instant checkedAt,
            Instant now);

    /** Leaves the latest of those that wait for an answer. */
    @SqlUpdate("""
            DELETE FROM imported_badge
            WHERE id IN (SELECT id FROM imported_badge WHERE holder_id = :holder AND state = 'PENDING'
                         ORDER BY created_at DESC, id OFFSET :most)
            """)
    void leavePending(UUID holder, int most);

    @SqlUpdate("""
            UPDATE imported_badge SET state = 'KEPT', created_at = :since, updated_at = :now
            WHERE id = :id AND holder_id = :holder AND state = 'PENDING'
            """)
    int keep(UUID id, UUID holder, Instant since, Instant now);

    /** Whether it was kept; no row where there was none. */
    @SqlQuery("DELETE FROM imported_badge WHERE id = :id AND holder_id = :holder RETURNING state = 'KEPT'")
    Optional<Boolean> remove(UUID id, UUID holder);

    /** @param identity once it is proven; null before */
    @SqlQuery("SELECT judge_imported_badge(:id, :holder, :headline, :known, :answered, :facts, :identity, :now)::text")
    String judge(
            UUID id,
            UUID holder,
            Headline headline,
            boolean known,
            boolean answered,
            byte @Nullable [] facts,
            byte @Nullable [] identity,
            Instant now);

    @SqlQuery("SELECT drop_pending_imports(:before)::text")
    String dropPending(Instant before);
}
