package fr.badgesiae.api.account.member;

import fr.badgesiae.api.account.delegation.Delegation;
import fr.badgesiae.api.account.delegation.Delegations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the members of an organisation by name, and its open invitations. */
public final class ListMembers {
    private static final int PAGE = 50;

    private final Platform platform;

    public ListMembers(Platform platform) {
        this.platform = platform;
    }

    /**
     * @param more whether another page follows the last member
     * @param delegations that run or will, of all members
     */
    public record Listed(List<Member> members, boolean more, List<Link> invitations, List<Delegation> delegations) {}

    /**
     * @param after the last member of the page before, or null
     */
    public Listed apply(Principal reader, @Nullable AccountId after) {
        OrganisationId organisation = reader.organisation();
        UUID last = after == null ? null : after.value();
        return platform.database().inOrganisation(organisation, handle -> {
            List<Member> found = handle.attach(MemberDao.class).page(organisation.value(), last, PAGE + 1);
            List<Link> open = handle.attach(LinkDao.class)
                    .open(organisation.value(), platform.clock().instant());
            List<Delegation> delegations = Delegations.open(
                    handle, organisation, reader.zone().today(platform.clock()));
            return new Listed(found.stream().limit(PAGE).toList(), found.size() > PAGE, open, delegations);
        });
    }
}
