package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Decision;
import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.LineReason;
import fr.badgesiae.api.imports.content.LineState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the lines of imports; every statement runs for one organisation. */
@RegisterConstructorMapper(LineDao.Row.class)
public interface LineDao {
    /** A line with the file of its person. */
    record Row(
            int line,
            String firstName,
            String lastName,
            Finding finding,
            @Nullable LineReason reason,
            Decision decision,
            LineState state,
            @Nullable UUID workerId,
            @Nullable Instant since) {}

    /** A line that was read. */
    record NewRow(
            int line,
            String firstName,
            String lastName,
            Finding finding,
            @Nullable LineReason reason,
            Decision decision) {}

    @SqlBatch("""
            INSERT INTO people_import_row (import_id, organisation_id, line, first_name, last_name, finding, reason, decision,
                                           state, created_at, updated_at)
            VALUES (:id, :organisation, :line, :firstName, :lastName, :finding, :reason, :decision, 'WAITING', :now, :now)
            """)
    void insert(UUID id, UUID organisation, @BindMethods List<NewRow> rows, Instant now);

    /** Marks the new lines whose name stands in an earlier line, in either order, without case and accents. */
    @SqlUpdate("""
            UPDATE people_import_row r SET finding = 'TWICE', decision = 'LEAVE', updated_at = :now
            FROM (
                SELECT line, row_number() OVER (
                    PARTITION BY least(folded(first_name || ' ' || last_name), folded(last_name || ' ' || first_name))
                    ORDER BY line) AS nth
                FROM people_import_row
                WHERE import_id = :id AND organisation_id = :organisation AND finding IN ('NEW', 'KNOWN', 'TWICE')) t
            WHERE r.import_id = :id AND r.organisation_id = :organisation AND r.line = t.line AND t.nth > 1
              AND r.finding = 'NEW'
            """)
    int markTwice(UUID id, UUID organisation, Instant now);

    String KNOWN = """
            WITH key AS (
                SELECT line, folded(first_name || ' ' || last_name || ' ' || first_name) AS name
                FROM people_import_row
                WHERE import_id = :id AND organisation_id = :organisation AND finding = 'NEW' AND line = ANY (:lines)
                UNION ALL
                SELECT line, folded(last_name || ' ' || first_name || ' ' || last_name)
                FROM people_import_row
                WHERE import_id = :id AND organisation_id = :organisation AND finding = 'NEW' AND line = ANY (:lines)),
            known AS (
                SELECT DISTINCT ON (key.line) key.line, w.id
                FROM key JOIN worker w ON w.organisation_id = :organisation AND w.folded_name = key.name
                    AND w.erased_at IS NULL
                ORDER BY key.line, w.created_at, w.id)
            UPDATE people_import_row r
            SET finding = 'KNOWN', decision = 'LEAVE', worker_id = known.id, updated_at = :now
            FROM known
            WHERE r.import_id = :id AND r.organisation_id = :organisation AND r.line = known.line
            """;

    /** Marks those of the new lines whose name somebody has already. */
    @SqlUpdate(KNOWN)
    int markKnown(UUID id, UUID organisation, int[] lines, Instant now);

    @SqlQuery("""
            SELECT line FROM people_import_row
            WHERE import_id = :id AND organisation_id = :organisation AND finding = 'NEW'
            """)
    int[] fresh(UUID id, UUID organisation);

    String ROW = """
            SELECT r.line, r.first_name, r.last_name, r.finding, r.reason, r.decision, r.state, r.worker_id,
                   w.created_at AS since
            FROM people_import_row r
            LEFT JOIN worker w ON w.id = r.worker_id AND w.organisation_id = r.organisation_id
            WHERE r.import_id = :id AND r.organisation_id = :organisation
            """;

    /** A page of what was found, after a line. */
    @SqlQuery(ROW + "AND r.finding = :finding AND r.line > :after ORDER BY r.line LIMIT :limit")
    List<Row> found(UUID id, UUID organisation, Finding finding, int after, int limit);

    /** A page of what became of them, after a line. */
    @SqlQuery(ROW + "AND r.state = :state AND r.line > :after ORDER BY r.line LIMIT :limit")
    List<Row> became(UUID id, UUID organisation, LineState state, int after, int limit);

    /** A page of all, after a line. */
    @SqlQuery(ROW + "AND r.line > :after ORDER BY r.line LIMIT :limit")
    List<Row> all(UUID id, UUID organisation, int after, int limit);

    /** The next ones to add. */
    @SqlQuery(ROW + "AND r.state = 'WAITING' AND r.decision = 'ADD' ORDER BY r.line LIMIT :limit")
    List<Row> toAdd(UUID id, UUID organisation, int limit);

    /** Of the shown lines whose name is known, adds these as other people. */
    @SqlUpdate("""
            UPDATE people_import_row
            SET decision = CASE WHEN line = ANY (:add) THEN 'ADD' ELSE 'LEAVE' END, updated_at = :now
            WHERE import_id = :id AND organisation_id = :organisation AND line = ANY (:shown)
              AND finding IN ('KNOWN', 'TWICE')
            """)
    int decide(UUID id, UUID organisation, int[] shown, int[] add, Instant now);

    /** Names that a member looked at. */
    @SqlBatch("""
            UPDATE people_import_row
            SET first_name = :firstName, last_name = :lastName, finding = 'NEW', reason = NULL, decision = 'ADD',
                updated_at = :now
            WHERE import_id = :id AND organisation_id = :organisation AND line = :line AND finding = 'SPELLING'
            """)
    void spell(
            UUID id,
            UUID organisation,
            @Bind("line") List<Integer> lines,
            @Bind("firstName") List<String> firstNames,
            @Bind("lastName") List<String> lastNames,
            Instant now);

    @SqlBatch("""
            UPDATE people_import_row SET state = 'ADDED', worker_id = :worker, updated_at = :now
            WHERE import_id = :id AND organisation_id = :organisation AND line = :line AND state = 'WAITING'
            """)
    void added(
            UUID id,
            UUID organisation,
            @Bind("line") List<Integer> lines,
            @Bind("worker") List<UUID> workers,
            Instant now);

    /** Whatever still waits. */
    @SqlUpdate("""
            UPDATE people_import_row SET state = 'LEFT', updated_at = :now
            WHERE import_id = :id AND organisation_id = :organisation AND state = 'WAITING'
            """)
    int leave(UUID id, UUID organisation, Instant now);
}
