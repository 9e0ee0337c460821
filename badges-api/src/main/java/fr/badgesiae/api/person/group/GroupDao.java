package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of groups; every statement runs for one organisation. */
@RegisterConstructorMapper(GroupDao.GroupRow.class)
public interface GroupDao {
    /** A group with its site. */
    record GroupRow(
            UUID id,
            GroupKind kind,
            String name,
            @Nullable UUID siteId,
            @Nullable String siteName,
            boolean archived,
            int revision,
            int people,
            @Nullable String supervisors) {}

    String GROUPS = """
            SELECT g.id, g.kind, g.name, g.site_id, s.name AS site_name, g.archived_at IS NOT NULL AS archived, g.revision,
                   (SELECT count(*) FROM group_member m WHERE m.group_id = g.id) AS people,
                   (SELECT string_agg(a.display_name, ', ' ORDER BY a.display_name COLLATE "fr-x-icu", a.id)
                    FROM team_assignment t JOIN account a ON a.id = t.account_id
                    WHERE t.group_id = g.id AND t.organisation_id = g.organisation_id) AS supervisors
            FROM people_group g
            LEFT JOIN people_group s ON s.id = g.site_id AND s.organisation_id = g.organisation_id
            WHERE g.organisation_id = :organisation
            """;

    /** All of them, archived or not, by kind and name. */
    @SqlQuery(GROUPS + """
            AND (g.archived_at IS NOT NULL) = :archived
            ORDER BY array_position(ARRAY['SITE', 'TEAM', 'GROUP'], g.kind), g.name COLLATE "fr-x-icu", g.id
            LIMIT :most
            """)
    List<GroupRow> list(UUID organisation, boolean archived, int most);

    @SqlQuery(GROUPS + "AND g.id = :group")
    Optional<GroupRow> find(UUID organisation, UUID group);

    /** The same, which nobody archives before the transaction ends. */
    @SqlQuery(GROUPS + "AND g.id = :group FOR SHARE OF g")
    Optional<GroupRow> lock(UUID organisation, UUID group);

    /** Of two who name or archive groups of an organisation, the second waits here for the first. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:organisation AS text), 98))::text")
    String lockNames(UUID organisation);

    /** Whether another group of the kind that is not archived has this name, without case and accents. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM people_group
                WHERE organisation_id = :organisation AND kind = :kind AND folded_name = folded(:name)
                  AND archived_at IS NULL AND id <> :except)
            """)
    boolean taken(UUID organisation, GroupKind kind, String name, UUID except);

    @SqlQuery("SELECT count(*) FROM people_group WHERE organisation_id = :organisation AND archived_at IS NULL")
    int living(UUID organisation);

    @SqlUpdate("""
            INSERT INTO people_group (id, organisation_id, kind, name, site_id, created_at, updated_at)
            VALUES (:id, :organisation, :kind, :name, :site, :now, :now)
            """)
    void insert(UUID id, UUID organisation, GroupKind kind, String name, @Nullable UUID site, Instant now);

    /** Zero rows: a concurrent save. */
    @SqlUpdate("""
            UPDATE people_group SET name = :name, site_id = :site, updated_at = :now, revision = revision + 1
            WHERE id = :group AND organisation_id = :organisation AND revision = :revision
            """)
    int change(UUID group, UUID organisation, int revision, String name, @Nullable UUID site, Instant now);

    /** Zero rows: it is so already. */
    @SqlUpdate("""
            UPDATE people_group
            SET archived_at = CASE WHEN :archived THEN CAST(:now AS timestamptz) END, updated_at = :now,
                revision = revision + 1
            WHERE id = :group AND organisation_id = :organisation AND (archived_at IS NOT NULL) <> :archived
            """)
    int archive(UUID group, UUID organisation, boolean archived, Instant now);
}
