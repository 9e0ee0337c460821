package fr.badgesiae.api.privacy;

import fr.badgesiae.api.privacy.erasure.ErasureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of retention: which files are due, which are announced, which runs wait. Days are those of the organisation; of a space, Paris time. */
@RegisterConstructorMapper(RetentionDao.RunRow.class)
@RegisterConstructorMapper(RetentionDao.ClockRow.class)
@RegisterConstructorMapper(RetentionDao.AnnouncedRow.class)
public interface RetentionDao {
    /** Files whose count began on or before {@code from} and that were announced on or before {@code announced}. */
    String DUE = """
            FROM desk_file
            WHERE organisation_id = :organisation AND erasure_held_on IS NULL
              AND counts_from_on <= :from AND erasure_announced_on <= :announced
            """;

    @SqlQuery("SELECT organisation_id FROM all_organisations()")
    List<UUID> organisations();

    @SqlUpdate("""
            UPDATE worker w SET erasure_announced_on = :today
            FROM desk_file f
            WHERE f.worker_id = w.id AND f.organisation_id = w.organisation_id AND w.organisation_id = :organisation
              AND f.erasure_announced_on IS NULL AND f.erasure_held_on IS NULL AND f.counts_from_on <= :from
            """)
    int announce(UUID organisation, LocalDate from, LocalDate today);

    /** Files that would be announced. */
    @SqlQuery("""
            SELECT worker_id FROM desk_file
            WHERE organisation_id = :organisation AND erasure_announced_on IS NULL AND erasure_held_on IS NULL
              AND counts_from_on <= :from
            ORDER BY counts_from_on, worker_id
            """)
    List<UUID> toAnnounce(UUID organisation, LocalDate from);

    /** Forgets the announcement where the count began anew, or is held. */
    @SqlUpdate("""
            UPDATE worker w SET erasure_announced_on = NULL
            FROM desk_file f
            WHERE f.worker_id = w.id AND f.organisation_id = w.organisation_id AND w.organisation_id = :organisation
              AND f.erasure_announced_on IS NOT NULL AND (f.erasure_held_on IS NOT NULL OR f.counts_from_on > :from)
            """)
    int withdraw(UUID organisation, LocalDate from);

    @SqlQuery("SELECT count(*) " + DUE)
    int countDue(UUID organisation, LocalDate from, LocalDate announced);

    @SqlQuery("SELECT worker_id " + DUE + "ORDER BY counts_from_on, worker_id LIMIT :most")
    List<UUID> due(UUID organisation, LocalDate from, LocalDate announced, int most);

    /** Whether the file is still due, once it is locked. */
    @SqlQuery("SELECT EXISTS (SELECT " + DUE + " AND worker_id = :person)")
    boolean isDue(UUID person, UUID organisation, LocalDate from, LocalDate announced);

    @SqlQuery("SELECT count(*) FROM worker WHERE organisation_id = :organisation AND erased_at IS NULL")
    int living(UUID organisation);

    @SqlQuery("""
            SELECT id, due_on, files, living, created_at, confirmed_at FROM erasure_run
            WHERE organisation_id = :organisation AND done_at IS NULL AND replaced_at IS NULL
            """)
    Optional<RunRow> run(UUID organisation);

    /** Zero rows: another node asked. */
    @SqlUpdate("""
            INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at)
            VALUES (:id, :organisation, :due, :files, :living, :now)
            ON CONFLICT DO NOTHING
            """)
    int ask(UUID id, UUID organisation, LocalDate due, int files, int living, Instant now);

    /** The same question with fewer files; it goes on to stand for those that were due by its day. */
    @SqlUpdate("""
            UPDATE erasure_run SET files = :files, living = :living
            WHERE organisation_id = :organisation AND done_at IS NULL AND confirmed_at IS NULL AND replaced_at IS NULL
            """)
    int shrink(UUID organisation, int files, int living);

    /** Ends a question that another follows. Zero rows: it was confirmed meanwhile. */
    @SqlUpdate("""
            UPDATE erasure_run SET replaced_at = :now
            WHERE organisation_id = :organisation AND done_at IS NULL AND confirmed_at IS NULL AND replaced_at IS NULL
            """)
    int replace(UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE erasure_run SET confirmed_at = :now, confirmed_by = :by
            WHERE id = :id AND organisation_id = :organisation AND confirmed_at IS NULL AND done_at IS NULL
              AND replaced_at IS NULL
            """)
    int confirm(UUID id, UUID organisation, UUID by, Instant now);

    @SqlQuery(
            "SELECT EXISTS (SELECT FROM erasure_run WHERE id = :id AND organisation_id = :organisation AND replaced_at IS NOT NULL)")
    boolean isReplaced(UUID id, UUID organisation);

    @SqlUpdate(
            "UPDATE erasure_run SET done_at = :now WHERE organisation_id = :organisation AND confirmed_at IS NOT NULL AND done_at IS NULL")
    int done(UUID organisation, Instant now);

    /** A question without an object: the files are no longer due. */
    @SqlUpdate("DELETE FROM erasure_run WHERE organisation_id = :organisation AND confirmed_at IS NULL")
    int withdrawQuestion(UUID organisation);

    @SqlQuery("""
            SELECT f.counts_from_on, f.erasure_held_on, f.erasure_announced_on, w.contract_ended_on,
                   (SELECT count(*) FROM credential c
                    WHERE c.worker_id = w.id AND c.organisation_id = w.organisation_id AND c.state <> 'VOIDED'
                      AND c.edition = 1) AS badges
            FROM desk_file f JOIN worker w ON w.id = f.worker_id AND w.organisation_id = f.organisation_id
            WHERE w.id = :person AND w.organisation_id = :organisation
            """)
    Optional<ClockRow> clock(UUID person, UUID organisation);

    /** Locks the spaces with the badges of this file, before the file. */
    @SqlQuery("SELECT lock_spaces_of_file(:person)")
    long lockSpaces(UUID person);

    @SqlUpdate("""
            UPDATE worker SET erasure_held_on = :day, erasure_announced_on = NULL
            WHERE id = :person AND organisation_id = :organisation AND erased_at IS NULL
              AND (erasure_held_on IS NULL) = (CAST(:day AS date) IS NOT NULL)
            """)
    int hold(UUID person, UUID organisation, @Nullable LocalDate day);

    @SqlUpdate("""
            UPDATE worker SET contract_ended_on = :day
            WHERE id = :person AND organisation_id = :organisation AND erased_at IS NULL
              AND contract_ended_on IS DISTINCT FROM CAST(:day AS date)
            """)
    int contractEnded(UUID person, UUID organisation, @Nullable LocalDate day);

    /**
     * Announced files, the first to be erased first, then people whose space will be closed, then held files, the oldest hold
     * first; at most so many of each.
     */
    @SqlQuery("""
            (SELECT 'DESK_FILE' AS kind, w.id, w.first_name, w.last_name, f.counts_from_on, f.erasure_announced_on,
                    CAST(NULL AS date) AS erasure_held_on
             FROM desk_file f JOIN worker w ON w.id = f.worker_id AND w.organisation_id = f.organisation_id
             WHERE f.organisation_id = :organisation AND f.erasure_announced_on IS NOT NULL AND f.erasure_held_on IS NULL
             ORDER BY f.counts_from_on, w.id
             LIMIT :most)
            UNION ALL
            (SELECT 'SPACE', w.id, w.first_name, w.last_name, c.announced_on, c.announced_on, NULL
             FROM closing_spaces() c JOIN worker w ON w.id = c.worker_id
             WHERE w.organisation_id = :organisation
             ORDER BY c.announced_on, w.id
             LIMIT :most)
            UNION ALL
            (SELECT 'DESK_FILE', w.id, w.first_name, w.last_name, f.counts_from_on, NULL, f.erasure_held_on
             FROM desk_file f JOIN worker w ON w.id = f.worker_id AND w.organisation_id = f.organisation_id
             WHERE f.organisation_id = :organisation AND f.erasure_held_on IS NOT NULL
             ORDER BY f.erasure_held_on, w.id
             LIMIT :most)
            """)
    List<AnnouncedRow> announced(UUID organisation, int most);

    /** A run of the job that waits, or was confirmed and goes on. */
    record RunRow(
            UUID id,
            LocalDate dueOn,
            int files,
            int living,
            Instant createdAt,
            @Nullable Instant confirmedAt) {}

    /** What decides when a file is erased. */
    record ClockRow(
            LocalDate countsFromOn,
            @Nullable LocalDate erasureHeldOn,
            @Nullable LocalDate erasureAnnouncedOn,
            @Nullable LocalDate contractEndedOn,
            int badges) {}

    /** A person with the day from which an announced erasure counts, or with the day since which it is held. */
    record AnnouncedRow(
            ErasureKind kind,
            UUID id,
            String firstName,
            String lastName,
            LocalDate countsFromOn,
            @Nullable LocalDate erasureAnnouncedOn,
            @Nullable LocalDate erasureHeldOn) {}
}
