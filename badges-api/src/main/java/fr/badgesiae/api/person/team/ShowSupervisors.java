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
import java.util.Set;
import java.util.UUID;

/** Reads the members to whom a site or team can be assigned. */
public final class ShowSupervisors {
    private final Database database;
    private final Members members;

    ShowSupervisors(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /** A member who only proposes, or another one to whom the team was handed over. */
    public record Supervisor(AccountId id, String name, boolean assigned) {}

    /** A site or team with its members, by name. */
    public record Shown(GroupName team, List<Supervisor> supervisors) {}

    /** @throws ProblemException NOT_FOUND unless this is a site or team that is not archived */
    public Shown apply(OrganisationId organisation, GroupId id) {
        return database.inOrganisation(organisation, handle -> {
            TeamDao.SupervisedRow team = handle.attach(TeamDao.class)
                    .team(organisation.value(), id.value())
                    .orElseThrow(ProblemException::notFound);
            Set<UUID> assigned = Set.copyOf(team.supervisors());
            List<Supervisor> supervisors = members.active(handle, organisation).stream()
                    .filter(one -> one.rights().may(Permission.TEAM)
                            || assigned.contains(one.id().value()))
                    .map(one -> new Supervisor(
                            one.id(), one.name(), assigned.contains(one.id().value())))
                    .toList();
            return new Shown(new GroupName(id, team.kind(), team.name()), supervisors);
        });
    }
}
