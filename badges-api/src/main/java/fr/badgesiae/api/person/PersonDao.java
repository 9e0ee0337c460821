package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of workers. */
@RegisterConstructorMapper(PersonRow.class)
@RegisterConstructorMapper(PersonDao.CreatedRow.class)
@RegisterConstructorMapper(PersonDao.GroupRow.class)
@RegisterConstructorMapper(PersonDao.ShownRow.class)
public interface PersonDao {
    @SqlUpdate("""
            INSERT INTO worker (id, organisation_id, first_name, last_name, kind, subject_id, created_at, updated_at)
            VALUES (:id, :organisation, :firstName, :lastName, :kind, :subject, :now, :now)
            """)
    void insert(
            UUID id, UUID organisation, String firstName, String lastName, PersonKind kind, UUID subject, Instant now);

    @SqlQuery("SELECT lock_spaces_of_file(:id)")
    long lockSpaces(UUID id);

    /** Zero rows: a concurrent save, or no such worker. */
    @SqlUpdate("""
            UPDATE worker
            SET first_name = :firstName, last_name = :lastName, kind = :kind, updated_at = :now, revision = revision + 1
            WHERE id = :id AND organisation_id = :organisation AND revision = :revision
            """)
    int rename(
            UUID id, UUID organisation, int revision, String firstName, String lastName, PersonKind kind, Instant now);

    /** The file that took this one in, when two of one person were merged. */
    @SqlQuery("""
            SELECT merged_into FROM worker
            WHERE id = :id AND organisation_id = :organisation AND merged_into IS NOT NULL
            """)
    Optional<UUID> mergedInto(UUID id, UUID organisation);

    /** The first claim binds the worker to a holder. Zero rows: another holder is bound. */
    @SqlUpdate("""
            UPDATE worker SET holder_id = :holder
            WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
              AND (holder_id IS NULL OR holder_id = :holder)
            """)
    int bindHolder(UUID id, UUID organisation, UUID holder);

    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on, kind, revision,
                   created_at
            FROM worker
            WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
            """)
    Optional<PersonRow> find(UUID id, UUID organisation);

    /** The same, whose erasure waits until the transaction ends; one that goes on is waited for. */
    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on, kind, revision,
                   created_at
            FROM worker
            WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
            FOR KEY SHARE
            """)
    Optional<PersonRow> lock(UUID id, UUID organisation);

    /** Locks a worker whose names or kind change; see {@link #lockKind}. */
    @SqlQuery("""
            SELECT id FROM worker WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
            FOR NO KEY UPDATE
            """)
    Optional<UUID> lockToChange(UUID id, UUID organisation);

    /** A worker whose kind stays until the transaction ends. */
    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on, kind, revision,
                   created_at
            FROM worker
            WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
            FOR SHARE
            """)
    Optional<PersonRow> lockKind(UUID id, UUID organisation);

    /** A worker with the latest lines about them; {@code lines} is a JSON array, or null without any. {@code <parts>} are subqueries, each after the name of its part. */
    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on, kind, revision,
                   created_at,
                   erasure_held_on AS held_on,
                   (SELECT b.id FROM worker b
                    WHERE b.organisation_id = w.organisation_id AND b.likeness = w.likeness AND b.id <> w.id
                      AND b.erased_at IS NULL
                      AND NOT EXISTS (SELECT FROM distinct_people d
                                      WHERE d.first_id = least(w.id, b.id) AND d.second_id = greatest(w.id, b.id))
                    ORDER BY b.id LIMIT 1) AS alike,
                   CAST(latest_lines_of_worker(id, :codes, :most) AS text) AS lines,
                   CAST(json_build_object(<parts>) AS text) AS parts
            FROM worker w
            WHERE id = :id AND organisation_id = :organisation AND erased_at IS NULL
            """)
    Optional<ShownRow> shown(@Define("parts") String parts, UUID id, UUID organisation, String[] codes, int most);

    /** The people with these names, in either order, without case and accents. */
    @SqlQuery("""
            SELECT id, created_at FROM worker
            WHERE organisation_id = :organisation
              AND folded_name IN (
                  folded(:firstName || ' ' || :lastName || ' ' || :firstName),
                  folded(:lastName || ' ' || :firstName || ' ' || :lastName))
            ORDER BY created_at, id
            LIMIT 10
            """)
    List<CreatedRow> named(UUID organisation, String firstName, String lastName);

    /** A worker, another one of nearly the same name, and what was done about them. */
    record ShownRow(
            @Nested PersonRow person,
            @Nullable LocalDate heldOn,
            @Nullable UUID alike,
            @Nullable String lines,
            String parts) {}

    /** A group to choose. */
    record GroupRow(UUID id, GroupKind kind, String name) {}

    /** When the file of a person was made. */
    record CreatedRow(UUID id, Instant createdAt) {}

    /**
     * Keyset page by last name, first name and id, in French collation. Empty names start the first page. Words filter by
     * both names, in either order.
     */
    @SqlQuery("""
            SELECT w.id, w.organisation_id, w.first_name, w.last_name, w.subject_id, w.holder_id, w.notice_given_on,
                   w.kind, w.revision, w.created_at
            FROM page_of_workers(:words, :afterLast, :afterFirst, :afterId, :limit) page
            JOIN worker w ON w.id = page.worker_id
            WHERE w.organisation_id = :organisation
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
            """)
    List<PersonRow> page(UUID organisation, String words, String afterLast, String afterFirst, UUID afterId, int limit);

    /** The groups that are not archived, by kind and name. */
    @SqlQuery("""
            SELECT id, kind, name FROM people_group
            WHERE organisation_id = :organisation AND archived_at IS NULL
            ORDER BY array_position(ARRAY['SITE', 'TEAM', 'GROUP'], kind), name COLLATE "fr-x-icu", id
            """)
    List<GroupRow> groups(UUID organisation);

    /** How many people have not been given the information sheet. */
    String UNINFORMED = """
            SELECT count(*) FROM worker w
            WHERE w.organisation_id = :organisation AND w.notice_given_on IS NULL AND w.erased_at IS NULL
            """;

    /** One while the organisation has added nobody. */
    String NOBODY_YET = """
            SELECT CASE WHEN EXISTS (SELECT FROM worker w WHERE w.organisation_id = :organisation) THEN 0 ELSE 1 END
            """;

    String SORTED = """
            SELECT w.id, w.organisation_id, w.first_name, w.last_name, w.subject_id, w.holder_id, w.notice_given_on,
                   w.kind, w.revision, w.created_at
            FROM worker w
            WHERE w.organisation_id = :organisation AND w.erased_at IS NULL<conditions>
            ORDER BY <order>
            LIMIT :limit
            """;

    /**
     * A page of those whom a filter leaves, by the sorted column and the id.
     *
     * @param conditions of this code, each after {@code AND}: each combination uses its index
     * @param order the content of {@code ORDER BY}, of this code
     * @param after the cursor; null on the first page, whose conditions do not name it
     */
    @SqlQuery(SORTED)
    List<PersonRow> filtered(
            @Define("conditions") String conditions,
            @Define("order") String order,
            UUID organisation,
            @Nullable PersonKind kind,
            @Nullable UUID group,
            @Nullable UUID after,
            int limit);
}
