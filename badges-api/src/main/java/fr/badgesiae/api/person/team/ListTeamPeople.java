package fr.badgesiae.api.person.team;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the people of the teams assigned to a member, by last name, page by page. */
public final class ListTeamPeople {
    static final int PAGE = 50;

    private final Database database;
    private final Members members;

    ListTeamPeople(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /**
     * A person as a member who only proposes reads them.
     *
     * @param teams the names of their site and teams, joined
     */
    public record TeamPerson(PersonId id, String name, PersonKind kind, String teams) {
        static TeamPerson of(TeamDao.PersonRow row) {
            return new TeamPerson(
                    new PersonId(row.id()), Person.fullName(row.firstName(), row.lastName()), row.kind(), row.teams());
        }
    }

    /**
     * A page of them.
     *
     * @param teams those assigned to the reader
     * @param managers who can assign one, where there is none
     * @param next the last person of this page, when another page follows
     */
    public record Listed(
            List<GroupName> teams, List<String> managers, List<TeamPerson> people, Optional<PersonId> next) {}

    /**
     * One page.
     *
     * @param team one of the reader's teams, or null for all
     * @param after the last person of the page before; null or unknown for the first page
     */
    public Listed apply(Principal reader, @Nullable GroupId team, @Nullable PersonId after) {
        Reach reach = Reach.of(reader);
        return database.inOrganisation(reader.organisation(), handle -> {
            TeamDao dao = handle.attach(TeamDao.class);
            List<GroupName> teams = dao.teams(reach.here(), reader.account().value(), GroupName.MOST).stream()
                    .filter(TeamDao.TeamRow::assigned)
                    .map(row -> new GroupName(new GroupId(row.id()), row.kind(), row.name()))
                    .toList();
            if (teams.isEmpty()) {
                List<String> managers = members.active(handle, reader.organisation()).stream()
                        .filter(one -> one.rights().may(Permission.ORGANISATION))
                        .map(Members.Active::name)
                        .toList();
                return new Listed(teams, managers, List.of(), Optional.empty());
            }
            List<TeamPerson> found = dao
                    .people(
                            reach.here(),
                            reach.member(),
                            team == null ? null : team.value(),
                            after == null ? null : after.value(),
                            PAGE + 1)
                    .stream()
                    .map(TeamPerson::of)
                    .toList();
            List<TeamPerson> page = found.stream().limit(PAGE).toList();
            return new Listed(
                    teams,
                    List.of(),
                    page,
                    found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
        });
    }
}
