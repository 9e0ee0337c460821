package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportSource;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.imports.read.NameColumn;
import fr.badgesiae.api.organisation.OrganisationKind;
import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of imports; every statement but those of the job runs for one organisation. */
@RegisterConstructorMapper(ImportDao.ImportRow.class)
@RegisterConstructorMapper(ImportDao.LineRow.class)
@RegisterConstructorMapper(ImportDao.StartedRow.class)
@RegisterConstructorMapper(ImportDao.TitleRow.class)
public interface ImportDao {
    /** An import with its counts. */
    record ImportRow(
            UUID id,
            ImportState state,
            ImportSource source,
            List<String> titles,
            int firstColumn,
            int lastColumn,
            int leftOut,
            @Nullable UUID startedBy,
            @Nullable PersonKind personKind,
            @Nullable Instant endedAt,
            OrganisationKind organisationKind,
            int lines,
            int fresh,
            int known,
            int twice,
            int spelling,
            int errors,
            int toAdd,
            int added,
            int takenBack) {}

    /** An import of the list. */
    record LineRow(UUID id, ImportState state, String member, Instant createdAt, int lines, int added) {}

    /** An import that goes on. */
    record StartedRow(UUID id, UUID organisationId) {}

    /** What an organisation calls a column. */
    record TitleRow(String title, NameColumn field) {}

    String IMPORT = """
            SELECT i.id, i.state, i.source, i.titles, i.first_column, i.last_column, i.left_out, i.started_by, i.person_kind,
                   i.ended_at, o.kind AS organisation_kind,
                   tally.*
            FROM people_import i
            JOIN organisation o ON o.id = i.organisation_id
            CROSS JOIN LATERAL (
                SELECT count(*) AS lines,
                       count(*) FILTER (WHERE r.finding = 'NEW') AS fresh,
                       count(*) FILTER (WHERE r.finding = 'KNOWN') AS known,
                       count(*) FILTER (WHERE r.finding = 'TWICE') AS twice,
                       count(*) FILTER (WHERE r.finding = 'SPELLING') AS spelling,
                       count(*) FILTER (WHERE r.finding = 'ERROR') AS errors,
                       count(*) FILTER (WHERE r.state = 'WAITING' AND r.decision = 'ADD') AS to_add,
                       count(*) FILTER (WHERE r.state = 'ADDED') AS added,
                       count(*) FILTER (WHERE r.state = 'TAKEN_BACK') AS taken_back
                FROM people_import_row r WHERE r.import_id = i.id) tally
            WHERE i.id = :id AND i.organisation_id = :organisation
            """;

    @SqlQuery(IMPORT)
    Optional<ImportRow> find(UUID id, UUID organisation);

    /** The same, locked until the transaction ends. */
    @SqlQuery(IMPORT + "FOR UPDATE OF i")
    Optional<ImportRow> lock(UUID id, UUID organisation);

    /** Newest first. */
    @SqlQuery("""
            SELECT i.id, i.state, coalesce(m.display_name, '') AS member, i.created_at,
                   (SELECT count(*) FROM people_import_row r WHERE r.import_id = i.id) AS lines,
                   (SELECT count(*) FROM people_import_row r WHERE r.import_id = i.id AND r.state = 'ADDED') AS added
            FROM people_import i
            LEFT JOIN account m ON m.id = i.created_by
            WHERE i.organisation_id = :organisation
            ORDER BY i.created_at DESC, i.id
            LIMIT :most
            """)
    List<LineRow> latest(UUID organisation, int most);

    @SqlQuery("SELECT count(*) FROM people_import WHERE organisation_id = :organisation AND state = 'DRAFT'")
    int drafts(UUID organisation);

    @SqlUpdate("""
            INSERT INTO people_import (id, organisation_id, created_by, state, source, titles, first_column, last_column,
                                       left_out, content_digest, created_at, updated_at)
            VALUES (:id, :organisation, :by, 'DRAFT', :source, :titles, :first, :last, :leftOut, :digest, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID by,
            ImportSource source,
            String[] titles,
            int first,
            int last,
            int leftOut,
            byte[] digest,
            Instant now);

    @SqlUpdate("UPDATE people_import SET updated_at = :now WHERE id = :id AND organisation_id = :organisation")
    int touch(UUID id, UUID organisation, Instant now);

    /** Of two imports of one list, and of two that add the same person, the second waits here for the first. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:organisation AS text), 112))::text")
    String lockNames(UUID organisation);

    /** Another import of the same list that goes on. */
    @SqlQuery("""
            SELECT same.id FROM people_import i
            JOIN people_import same ON same.organisation_id = i.organisation_id AND same.content_digest = i.content_digest
                AND same.id <> i.id AND same.state = 'STARTED'
            WHERE i.id = :id AND i.organisation_id = :organisation
            """)
    Optional<UUID> same(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE people_import SET state = 'STARTED', started_by = :by, person_kind = :kind, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'DRAFT'
            """)
    int start(UUID id, UUID organisation, UUID by, PersonKind kind, Instant now);

    /** Whether whoever started it may still add people. */
    @SqlQuery("""
            SELECT manages(organisation_id, started_by) FROM people_import
            WHERE id = :id AND organisation_id = :organisation AND state = 'STARTED'
            """)
    Optional<Boolean> goesOn(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE people_import SET state = :state, ended_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'STARTED'
            """)
    int end(UUID id, UUID organisation, ImportState state, Instant now);

    @SqlUpdate("""
            UPDATE people_import SET state = 'TAKEN_BACK', updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state IN ('DONE', 'STOPPED')
            """)
    int takenBack(UUID id, UUID organisation, Instant now);

    @SqlQuery("SELECT take_back_people_import(:id, :now)")
    int takeBack(UUID id, Instant now);

    @SqlUpdate("""
            DELETE FROM people_import WHERE id = :id AND organisation_id = :organisation AND state <> 'STARTED'
            """)
    int delete(UUID id, UUID organisation);

    @SqlQuery("SELECT title, field FROM import_column WHERE organisation_id = :organisation LIMIT 1000")
    List<TitleRow> titles(UUID organisation);

    @SqlBatch("""
            INSERT INTO import_column (organisation_id, title, field, created_at, updated_at)
            VALUES (:organisation, :title, :field, :now, :now)
            ON CONFLICT (organisation_id, title) DO UPDATE SET field = EXCLUDED.field, updated_at = EXCLUDED.updated_at
            """)
    void remember(
            UUID organisation, @Bind("title") List<String> titles, @Bind("field") List<NameColumn> fields, Instant now);

    @SqlQuery("SELECT id, organisation_id FROM started_people_imports()")
    List<StartedRow> started();

    @SqlQuery("SELECT drop_people_imports(:untouched)::text")
    String drop(Instant untouched);
}
