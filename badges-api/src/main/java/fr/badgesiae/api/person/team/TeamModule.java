package fr.badgesiae.api.person.team;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Wires teams of members into the feature, whose other rooms do not know them. */
public final class TeamModule {
    private volatile OpenDrafts drafts = (handle, reader, person) -> List.of();

    private TeamModule() {}

    /** Adds the pages; before the first request. */
    public static TeamModule addTo(PersonModule person, Platform platform, Members members) {
        TeamModule module = new TeamModule();
        person.add(
                List.of(
                        new TeamPages(
                                platform,
                                new ListTeamPeople(platform.database(), members),
                                new ShowTeamPerson(platform.database(), () -> module.drafts)),
                        new TeamsOfMemberPages(
                                platform,
                                new ShowTeamsOfMember(platform.database(), members),
                                new AssignTeams(platform, members)),
                        new SupervisorPages(
                                platform,
                                new ShowSupervisors(platform.database(), members),
                                new AssignTeams(platform, members))),
                List.of(TeamAudit.values()));
        return module;
    }

    /** Registers who knows drafts of awards; before the first request. */
    public void drafts(OpenDrafts known) {
        drafts = known;
    }
}
