package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of duplicates. Of a pair, the first id is the lower one. */
@RegisterConstructorMapper(DuplicateDao.PairRow.class)
@RegisterConstructorMapper(DuplicateDao.FileRow.class)
@RegisterConstructorMapper(DuplicateDao.DistinctRow.class)
public interface DuplicateDao {
    String ALIKE = """
            FROM worker a
            JOIN worker b ON b.organisation_id = a.organisation_id AND b.likeness = a.likeness AND b.id > a.id
                AND b.erased_at IS NULL
            WHERE a.organisation_id = :organisation AND a.erased_at IS NULL
              AND NOT EXISTS (SELECT FROM distinct_people d
                              WHERE d.first_id = a.id AND d.second_id = b.id AND d.organisation_id = a.organisation_id)
            """;

    /** How many pairs look alike; a hundred at most. */
    String COUNT = "SELECT count(*) FROM (SELECT 1 " + ALIKE + " LIMIT 100) pairs";

    /** Two files that look alike, or that were said to be two people. */
    record PairRow(
            UUID firstId,
            String firstFirstName,
            String firstLastName,
            Instant firstCreatedAt,
            UUID secondId,
            String secondFirstName,
            String secondLastName,
            Instant secondCreatedAt) {}

    String PAIR = """
            SELECT a.id AS first_id, a.first_name AS first_first_name, a.last_name AS first_last_name,
                   a.created_at AS first_created_at,
                   b.id AS second_id, b.first_name AS second_first_name, b.last_name AS second_last_name,
                   b.created_at AS second_created_at
            """;

    /** After a pair, whose first file says where its names stand; nil ids, or a file that is gone, start the first page. */
    @SqlQuery(PAIR + ALIKE + """
              AND (a.likeness, a.id, b.id) > (
                  coalesce((SELECT w.likeness FROM worker w WHERE w.id = :afterFirst AND w.organisation_id = :organisation
                                AND w.erased_at IS NULL), ''),
                  :afterFirst, :afterSecond)
            ORDER BY a.likeness, a.id, b.id
            LIMIT :limit
            """)
    List<PairRow> alike(UUID organisation, UUID afterFirst, UUID afterSecond, int limit);

    /** The pairs that were said to be two people, by their ids. */
    @SqlQuery(PAIR + """
            FROM distinct_people d
            JOIN worker a ON a.id = d.first_id AND a.organisation_id = d.organisation_id
            JOIN worker b ON b.id = d.second_id AND b.organisation_id = d.organisation_id
            WHERE d.organisation_id = :organisation AND (d.first_id, d.second_id) > (:afterFirst, :afterSecond)
            ORDER BY d.first_id, d.second_id
            LIMIT :limit
            """)
    List<PairRow> distinct(UUID organisation, UUID afterFirst, UUID afterSecond, int limit);

    /** A file as it is compared; {@code counts} is a JSON object. */
    record FileRow(
            UUID id,
            String firstName,
            String lastName,
            PersonKind kind,
            int revision,
            @Nullable UUID holderId,
            @Nullable LocalDate noticeGivenOn,
            @Nullable LocalDate contractEndedOn,
            Instant createdAt,
            String counts) {}

    String FILES = """
            SELECT w.id, w.first_name, w.last_name, w.kind, w.revision, w.holder_id, w.notice_given_on, w.contract_ended_on,
                   w.created_at, CAST(json_build_object(<counts>) AS text) AS counts
            FROM worker w
            WHERE w.id IN (:first, :second) AND w.organisation_id = :organisation AND w.erased_at IS NULL
            """;

    /** The older one first. {@code <counts>} are subqueries, each after its word. */
    @SqlQuery(FILES + "ORDER BY w.created_at, w.id")
    List<FileRow> files(@Define("counts") String counts, UUID organisation, UUID first, UUID second);

    /** The spaces of both, before any file. */
    @SqlQuery("SELECT lock_spaces_of_files(:people)")
    long lockSpaces(UUID... people);

    /** The same without counts. Nothing new is written about either until the transaction ends. */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.kind, w.revision, w.holder_id, w.notice_given_on, w.contract_ended_on,
                   w.created_at, '{}' AS counts
            FROM worker w
            WHERE w.id IN (:first, :second) AND w.organisation_id = :organisation AND w.erased_at IS NULL
            ORDER BY w.id
            FOR UPDATE
            """)
    List<FileRow> lock(UUID organisation, UUID first, UUID second);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM credential
                           WHERE worker_id IN (:first, :second) AND organisation_id = :organisation AND state = 'PREPARED')
            """)
    boolean signs(UUID organisation, UUID first, UUID second);

    /** A dispute about either file holds the one that stays; what was announced is announced anew. */
    @SqlUpdate("""
            UPDATE worker k
            SET first_name = :firstName, last_name = :lastName, kind = :kind, contract_ended_on = :contractEnd,
                holder_id = coalesce(k.holder_id, o.holder_id),
                notice_given_on = coalesce(k.notice_given_on, o.notice_given_on),
                information_sheet_id = CASE WHEN k.notice_given_on IS NULL THEN o.information_sheet_id
                                            ELSE k.information_sheet_id END,
                erasure_held_on = least(k.erasure_held_on, o.erasure_held_on), erasure_announced_on = NULL,
                updated_at = :now, revision = k.revision + 1
            FROM worker o
            WHERE k.id = :kept AND k.organisation_id = :organisation
              AND o.id = :other AND o.organisation_id = k.organisation_id
            """)
    void takeIn(
            UUID organisation,
            UUID kept,
            UUID other,
            String firstName,
            String lastName,
            PersonKind kind,
            @Nullable LocalDate contractEnd,
            Instant now);

    /** The row stays for its old address and its audit lines, without words. */
    @SqlUpdate("""
            UPDATE worker
            SET first_name = '–', last_name = '–', subject_id = gen_random_uuid(), holder_id = NULL,
                notice_given_on = NULL, information_sheet_id = NULL,
                contract_ended_on = date_trunc('month', contract_ended_on),
                last_activity_on = date_trunc('month', last_activity_on),
                erasure_held_on = NULL, erasure_announced_on = NULL, erased_at = :now, merged_into = :kept,
                created_at = date_trunc('month', created_at), updated_at = date_trunc('month', updated_at),
                revision = revision + 1
            WHERE id = :other AND organisation_id = :organisation
            """)
    void giveUp(UUID organisation, UUID other, UUID kept, Instant now);

    /** Who said that they are two people, and when. */
    record DistinctRow(String name, Instant createdAt) {}

    @SqlQuery("""
            SELECT a.display_name AS name, d.created_at
            FROM distinct_people d JOIN account a ON a.id = d.decided_by
            WHERE d.first_id = :first AND d.second_id = :second AND d.organisation_id = :organisation
            """)
    Optional<DistinctRow> decided(UUID organisation, UUID first, UUID second);

    @SqlUpdate("""
            INSERT INTO distinct_people (first_id, second_id, organisation_id, decided_by, created_at, updated_at)
            VALUES (:first, :second, :organisation, :member, :now, :now)
            ON CONFLICT (first_id, second_id) DO NOTHING
            """)
    int remember(UUID organisation, UUID first, UUID second, UUID member, Instant now);

    @SqlUpdate("""
            DELETE FROM distinct_people
            WHERE first_id = :first AND second_id = :second AND organisation_id = :organisation
            """)
    int forget(UUID organisation, UUID first, UUID second);
}
