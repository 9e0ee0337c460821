package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.CreateFirstAdmin;
import fr.badgesiae.api.account.member.FirstAdminPages;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.account.member.ManageMembers;
import fr.badgesiae.api.account.member.MemberPages;
import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.List;
import java.util.Map;

/** Members and how they come in. */
public final class AccountModule implements Feature {
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
        this.firstAdmin = new CreateFirstAdmin(platform, organisation.create(), links);
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

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(
                EntryPoint.SIGN_IN, "/signin",
                EntryPoint.WAKE, "/signin/wake",
                EntryPoint.SIGN_OUT, "/signout",
                EntryPoint.DESK, "/app");
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(70, Permission.ORGANISATION, "/app/members", "account", "common.nav.members"),
                NavigationEntry.of(90, Permission.NETWORK, "/app/password", "account", "common.nav.password"));
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/join/{token}");
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
