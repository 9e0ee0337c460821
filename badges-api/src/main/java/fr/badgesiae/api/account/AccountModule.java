package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.CreateFirstAdmin;
import fr.badgesiae.api.account.member.FirstAdminPages;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.account.member.ManageMembers;
import fr.badgesiae.api.account.member.MemberPages;
import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.List;

/** Members and how they come in. */
public final class AccountModule {
    private final Members members;
    private final CreateFirstAdmin firstAdmin;
    private final DemonstrationAccounts demonstration;
    private final List<Object> resources;

    public AccountModule(Platform platform, Sessions sessions, OrganisationModule organisation) {
        SignInThrottle throttle = new SignInThrottle(platform.database(), platform.vault(), platform.clock());
        Links links = new Links(platform);
        ManageMembers manage = new ManageMembers(platform, links, sessions);
        this.members = new Members(platform.database());
        organisation.administrators(members::administered);
        this.firstAdmin = new CreateFirstAdmin(platform, organisation.networks(), links);
        this.demonstration = new DemonstrationAccounts(platform, organisation);
        this.resources = List.of(
                new SignInPages(platform, sessions, new SignIn(platform, throttle)),
                new DeskPages(platform, organisation.organisations()),
                new JoinPages(platform, organisation.organisations(), links, sessions),
                new MemberPages(platform, manage),
                new FirstAdminPages(platform, organisation.organisations(), manage),
                new PasswordPages(platform, new ChangePassword(platform, throttle, sessions), sessions));
    }

    public Members members() {
        return members;
    }

    /** For the command {@code create-admin}. */
    public CreateFirstAdmin firstAdmin() {
        return firstAdmin;
    }

    /** For the command {@code demo}. */
    public DemonstrationAccounts demonstration() {
        return demonstration;
    }

    public List<Object> resources() {
        return resources;
    }
}
