package fr.badgesiae.api.account.member;

import fr.badgesiae.api.account.lent.Lent;
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
     */
    public record Listed(List<Line> members, boolean more, List<Link> invitations) {}

    /**
     * A member.
     *
     * @param lent what is or will be lent to them
     */
    public record Line(Member member, List<Lent> lent) {}

    /**
     * @param after the last member of the page before, or null
     */
    public Listed apply(Principal reader, @Nullable AccountId after) {
        OrganisationId organisation = reader.organisation();
        UUID last = after == null ? null : after.value();
        return platform.database().inOrganisation(organisation, handle -> {
            List<Line> found = handle
                    .attach(MemberDao.class)
                    .page(organisation.value(), last, reader.zone().today(platform.clock()), PAGE + 1)
                    .stream()
                    .map(row -> new Line(row.member(), Lent.read(row.lent())))
                    .toList();
            List<Link> open = handle.attach(LinkDao.class)
                    .open(organisation.value(), platform.clock().instant());
            return new Listed(found.stream().limit(PAGE).toList(), found.size() > PAGE, open);
        });
    }
}
