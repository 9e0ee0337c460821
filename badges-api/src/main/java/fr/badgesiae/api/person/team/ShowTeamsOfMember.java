package fr.badgesiae.api.person.team;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Reads the sites and teams that can be assigned to a member. */
public final class ShowTeamsOfMember {
    private final Database database;
    private final Members members;

    ShowTeamsOfMember(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /** A site or team. */
    public record Team(GroupName name, boolean assigned) {}

    /**
     * The teams of a member.
     *
     * @param limited whether the member reads the people of their teams alone
     */
    public record Shown(String name, boolean limited, List<Team> teams) {}

    /** @throws ProblemException NOT_FOUND unless this is an active member */
    public Shown apply(OrganisationId organisation, AccountId id) {
        return database.inOrganisation(organisation, handle -> {
            Members.Active member = members.active(handle, organisation).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            List<Team> teams =
                    handle.attach(TeamDao.class).teams(organisation.value(), id.value(), GroupName.MOST).stream()
                            .map(row -> new Team(
                                    new GroupName(new GroupId(row.id()), row.kind(), row.name()), row.assigned()))
                            .toList();
            return new Shown(member.name(), member.rights().may(Permission.TEAM), teams);
        });
    }
}
