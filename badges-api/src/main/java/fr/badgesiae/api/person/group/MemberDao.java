package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of who is in a group; every statement runs for one organisation. */
@RegisterConstructorMapper(MemberDao.MemberRow.class)
public interface MemberDao {
    /**
     * A person in a group, or one who could be.
     *
     * @param site where they are now, or null
     */
    record MemberRow(
            UUID id,
            String firstName,
            String lastName,
            PersonKind kind,
            Instant createdAt,
            @Nullable String site) {}

    String PAGE = """
            SELECT w.id, w.first_name, w.last_name, w.kind, w.created_at, site.name AS site
            FROM (SELECT 1) one
            LEFT JOIN worker last ON last.id = :after AND last.organisation_id = :organisation
            """;

    String OF_PAGE = """
            JOIN worker w ON w.id = page.worker_id AND w.organisation_id = :organisation
            LEFT JOIN group_member there ON there.worker_id = w.id AND there.kind = 'SITE'
            LEFT JOIN people_group site ON site.id = there.group_id AND site.organisation_id = :organisation
            """;

    String AFTER = """
            coalesce(last.last_name, ''), coalesce(last.first_name, ''),
            coalesce(last.id, '00000000-0000-0000-0000-000000000000'), :limit) page
            """;

    String BY_NAME = """
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
            """;

    /** A page of the people of a group, after one of them. */
    @SqlQuery(PAGE + "CROSS JOIN LATERAL page_of_group(:group, '', " + AFTER + OF_PAGE + BY_NAME)
    List<MemberRow> members(UUID organisation, UUID group, @Nullable UUID after, int limit);

    /** A page of those who are not in it, by words of their names. */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.kind, w.created_at, site.name AS site
            FROM worker w
            LEFT JOIN group_member there ON there.worker_id = w.id AND there.kind = 'SITE'
            LEFT JOIN people_group site ON site.id = there.group_id AND site.organisation_id = :organisation
            LEFT JOIN worker last ON last.id = :after AND last.organisation_id = :organisation
            WHERE w.organisation_id = :organisation AND w.erased_at IS NULL AND strpos(w.folded_name, folded(:words)) > 0
              AND NOT EXISTS (SELECT FROM group_member m WHERE m.group_id = :group AND m.worker_id = w.id)
              AND (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id)
                > (lower(coalesce(last.last_name, '') COLLATE "fr-x-icu"),
                   lower(coalesce(last.first_name, '') COLLATE "fr-x-icu"),
                   coalesce(last.id, '00000000-0000-0000-0000-000000000000'))
            """ + BY_NAME + "LIMIT :limit")
    List<MemberRow> others(UUID organisation, UUID group, String words, @Nullable UUID after, int limit);

    /** Puts these people into a group; into a site, out of the one where they were. */
    @SqlUpdate("""
            INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)
            SELECT g.id, g.organisation_id, g.kind, w.id, :now, :now
            FROM people_group g JOIN worker w ON w.organisation_id = g.organisation_id AND w.erased_at IS NULL
            WHERE g.id = :group AND g.organisation_id = :organisation AND w.id = ANY (:people) AND g.kind <> 'SITE'
            ORDER BY w.id
            ON CONFLICT (group_id, worker_id) DO NOTHING
            """)
    int add(UUID organisation, UUID group, UUID[] people, Instant now);

    @SqlUpdate("""
            INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)
            SELECT g.id, g.organisation_id, g.kind, w.id, :now, :now
            FROM people_group g JOIN worker w ON w.organisation_id = g.organisation_id AND w.erased_at IS NULL
            WHERE g.id = :group AND g.organisation_id = :organisation AND w.id = ANY (:people) AND g.kind = 'SITE'
            ORDER BY w.id
            ON CONFLICT (worker_id) WHERE kind = 'SITE'
            DO UPDATE SET group_id = EXCLUDED.group_id, updated_at = EXCLUDED.updated_at
            WHERE group_member.group_id <> EXCLUDED.group_id
            """)
    int move(UUID organisation, UUID group, UUID[] people, Instant now);

    /** Takes these people out of a group; returns those who were in it, by name. */
    @SqlQuery("""
            WITH gone AS (
                DELETE FROM group_member
                WHERE group_id = :group AND organisation_id = :organisation AND worker_id = ANY (:people)
                RETURNING worker_id)
            SELECT w.id, w.first_name, w.last_name, w.kind, w.created_at, CAST(NULL AS text) AS site
            FROM gone JOIN worker w ON w.id = gone.worker_id AND w.organisation_id = :organisation
            """ + BY_NAME)
    List<MemberRow> remove(UUID organisation, UUID group, UUID[] people);
}
