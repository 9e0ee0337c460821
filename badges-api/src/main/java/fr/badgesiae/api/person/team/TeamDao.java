package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of teams assigned to members; every statement runs for one organisation. */
@RegisterConstructorMapper(TeamDao.TeamRow.class)
@RegisterConstructorMapper(TeamDao.SupervisedRow.class)
@RegisterConstructorMapper(TeamDao.PersonRow.class)
public interface TeamDao {
    /** Teams of a member, for who takes over their work. */
    String OF_MEMBER =
            "SELECT count(*) FROM team_assignment t WHERE t.organisation_id = :organisation AND t.account_id = :member";

    /** Gives them to another member. */
    String MOVE = """
            WITH gone AS (
                DELETE FROM team_assignment WHERE organisation_id = :organisation AND account_id = :member
                RETURNING group_id, organisation_id, kind)
            INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)
            SELECT group_id, organisation_id, kind, :taker, :now FROM gone
            ON CONFLICT (group_id, account_id) DO NOTHING
            """;

    /** A site or team. */
    record TeamRow(UUID id, GroupKind kind, String name, boolean assigned) {}

    /** A site or team with the members to whom it is assigned. */
    record SupervisedRow(UUID id, GroupKind kind, String name, List<UUID> supervisors) {}

    /** A person of some teams, whose names are joined. */
    record PersonRow(UUID id, String firstName, String lastName, PersonKind kind, String teams) {}

    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM worker w
                WHERE w.id = :person AND w.organisation_id = :organisation AND w.erased_at IS NULL
                  AND is_assigned(:member, w.id))
            """)
    boolean reaches(UUID organisation, @Nullable UUID member, UUID person);

    /** Sites and teams that are not archived, by kind and name; whether each is assigned to a member. */
    @SqlQuery("""
            SELECT g.id, g.kind, g.name,
                   EXISTS (SELECT FROM team_assignment t WHERE t.group_id = g.id AND t.account_id = :member) AS assigned
            FROM people_group g
            WHERE g.organisation_id = :organisation AND g.kind <> 'GROUP' AND g.archived_at IS NULL
            ORDER BY array_position(ARRAY['SITE', 'TEAM'], g.kind), g.name COLLATE "fr-x-icu", g.id
            LIMIT :most
            """)
    List<TeamRow> teams(UUID organisation, UUID member, int most);

    @SqlQuery("""
            SELECT g.id, g.kind, g.name,
                   ARRAY(SELECT t.account_id FROM team_assignment t WHERE t.group_id = g.id) AS supervisors
            FROM people_group g
            WHERE g.organisation_id = :organisation AND g.id = :team AND g.kind <> 'GROUP' AND g.archived_at IS NULL
            """)
    Optional<SupervisedRow> team(UUID organisation, UUID team);

    /** Assigns; each pair is a member and a team at the same place. Returns the members who got one that they had not. */
    @SqlQuery("""
            INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)
            SELECT g.id, g.organisation_id, g.kind, pair.member, :now
            FROM unnest(:members, :teams) AS pair (member, team)
            JOIN people_group g ON g.id = pair.team AND g.organisation_id = :organisation
            WHERE g.kind <> 'GROUP' AND g.archived_at IS NULL
            ORDER BY g.id, pair.member
            ON CONFLICT (group_id, account_id) DO NOTHING
            RETURNING account_id
            """)
    List<UUID> assign(UUID organisation, UUID[] members, UUID[] teams, Instant now);

    /** Ends assignments; returns the members who had one. */
    @SqlQuery("""
            DELETE FROM team_assignment t USING unnest(:members, :teams) AS pair (member, team)
            WHERE t.group_id = pair.team AND t.account_id = pair.member AND t.organisation_id = :organisation
            RETURNING t.account_id
            """)
    List<UUID> end(UUID organisation, UUID[] members, UUID[] teams);

    String PERSON = """
            SELECT w.id, w.first_name, w.last_name, w.kind, coalesce((
                SELECT string_agg(g.name, ', ' ORDER BY array_position(ARRAY['SITE', 'TEAM'], g.kind),
                                                        g.name COLLATE "fr-x-icu", g.id)
                FROM group_member m JOIN people_group g ON g.id = m.group_id AND g.organisation_id = m.organisation_id
                WHERE m.worker_id = w.id AND m.organisation_id = w.organisation_id AND g.kind <> 'GROUP'
                  AND g.archived_at IS NULL), '') AS teams
            """;

    /** A page of the people of the member, of all teams or of one, after one of them. */
    @SqlQuery(PERSON + """
            FROM (SELECT 1) one
            LEFT JOIN worker last ON last.id = :after AND last.organisation_id = :organisation
            CROSS JOIN LATERAL page_of_teams(:member, :team, '', coalesce(last.last_name, ''), coalesce(last.first_name, ''),
                coalesce(last.id, '00000000-0000-0000-0000-000000000000'), :limit) page
            JOIN worker w ON w.id = page.worker_id AND w.organisation_id = :organisation
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
            """)
    List<PersonRow> people(
            UUID organisation, @Nullable UUID member, @Nullable UUID team, @Nullable UUID after, int limit);

    @SqlQuery(PERSON + """
            FROM worker w
            WHERE w.id = :person AND w.organisation_id = :organisation AND w.erased_at IS NULL AND is_assigned(:member, w.id)
            """)
    Optional<PersonRow> person(UUID organisation, @Nullable UUID member, UUID person);
}
