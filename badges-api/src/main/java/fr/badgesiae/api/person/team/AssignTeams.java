package fr.badgesiae.api.person.team;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Assigns sites and teams to members, and ends it. A form sends what its reader changed, not the whole list, so that two managers
 * who save at the same time both get what they changed.
 */
public final class AssignTeams {
    private final Platform platform;
    private final Members members;

    public AssignTeams(Platform platform, Members members) {
        this.platform = platform;
        this.members = members;
    }

    /** A team of a member. */
    public record Assignment(AccountId member, GroupId team) {}

    /** Passes over teams and members of another organisation, archived teams, and members who have left. */
    public void apply(Principal by, List<Assignment> added, List<Assignment> ended) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            Set<AccountId> active = members.lockActive(
                    handle,
                    by.organisation(),
                    added.stream().map(Assignment::member).collect(Collectors.toUnmodifiableSet()));
            List<Assignment> kept =
                    added.stream().filter(one -> active.contains(one.member())).toList();
            TeamDao dao = handle.attach(TeamDao.class);
            UUID here = by.organisation().value();
            Set<UUID> changed = new TreeSet<>(dao.assign(
                    here, members(kept), teams(kept), platform.clock().instant()));
            changed.addAll(dao.end(here, members(ended), teams(ended)));
            changed.forEach(member -> platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    TeamAudit.MEMBER_TEAMS_CHANGED,
                                    member)));
            return changed.size();
        });
    }

    private static UUID[] members(List<Assignment> pairs) {
        return pairs.stream().map(pair -> pair.member().value()).toArray(UUID[]::new);
    }

    private static UUID[] teams(List<Assignment> pairs) {
        return pairs.stream().map(pair -> pair.team().value()).toArray(UUID[]::new);
    }
}
