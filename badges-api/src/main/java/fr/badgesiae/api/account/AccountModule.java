package fr.badgesiae.api.account;

import fr.badgesiae.api.account.delegation.DelegateRights;
import fr.badgesiae.api.account.delegation.DelegationPages;
import fr.badgesiae.api.account.delegation.EndDelegation;
import fr.badgesiae.api.account.delegation.ListDelegations;
import fr.badgesiae.api.account.delegation.ShowDelegation;
import fr.badgesiae.api.account.leaving.DeactivateMember;
import fr.badgesiae.api.account.leaving.LeavingPages;
import fr.badgesiae.api.account.leaving.ShowLeaving;
import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.account.member.CancelInvitation;
import fr.badgesiae.api.account.member.ChangeRights;
import fr.badgesiae.api.account.member.CreatePasswordLink;
import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.account.member.FindRecoverable;
import fr.badgesiae.api.account.member.FirstAdminPages;
import fr.badgesiae.api.account.member.InviteMember;
import fr.badgesiae.api.account.member.InviteNetworkAdmin;
import fr.badgesiae.api.account.member.InviteOrganisationAdmin;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.account.member.ListMembers;
import fr.badgesiae.api.account.member.MemberPages;
import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.account.member.RightsPages;
import fr.badgesiae.api.account.member.ShowMember;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.platform.todo.WorkList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Wires members, invitations, passwords and sign-in. */
public final class AccountModule implements Feature {
    private static final String SEARCH = """
            SELECT json_agg(found) FROM (
                SELECT a.id, a.display_name AS name
                FROM membership m JOIN account a ON a.id = m.account_id
                WHERE m.organisation_id = :organisation AND m.state = 'ACTIVE'
                  AND strpos(folded(a.display_name), folded(:words)) > 0
                ORDER BY a.display_name COLLATE "fr-x-icu", a.id
                LIMIT :most) found
            """;

    private final Members members = new Members();
    private final InviteNetworkAdmin firstAdmin;
    private final DemonstrationAccounts demonstration;
    private final List<Object> resources;

    /**
     * @param todos the lines of the work list, of all features
     * @param work of a member that somebody takes over, of all features
     */
    public AccountModule(
            Platform platform,
            Sessions sessions,
            OrganisationModule organisation,
            Supplier<List<Todo>> todos,
            Supplier<List<OpenWork>> work) {
        SignInThrottle throttle = platform.throttles().signIn();
        Links links = new Links(platform);
        Organisations organisations = organisation.organisations();
        organisation.administrators(members::administered);
        this.firstAdmin = new InviteNetworkAdmin(platform, organisation.networks(), links);
        this.demonstration = new DemonstrationAccounts(platform, organisation);
        SignIn signIn = new SignIn(platform, throttle, sessions);
        this.resources = List.of(
                new SignInPages(
                        platform, sessions, signIn, new SignOut(platform), new WakeDesk(platform, throttle, sessions)),
                new DeskPages(platform, new ShowDesk(platform, new WorkList(todos))),
                new JoinPages(
                        platform,
                        new FindLink(platform, organisations),
                        new JoinOrganisation(platform, links, sessions),
                        new JoinWithAccount(platform, signIn, links, sessions),
                        new ResetPassword(platform, links, sessions),
                        sessions),
                new PlacePages(
                        platform, sessions, new ListPlaces(platform.database()), new EnterPlace(platform, sessions)),
                new MemberPages(
                        platform,
                        new ListMembers(platform),
                        new InviteMember(platform.database(), links),
                        new CancelInvitation(platform),
                        new CreatePasswordLink(platform.database(), links)),
                new LeavingPages(
                        platform, new ShowLeaving(platform, work), new DeactivateMember(platform, sessions, work)),
                new DelegationPages(
                        platform,
                        new ListDelegations(platform.database(), members),
                        new ShowDelegation(platform.database()),
                        new DelegateRights(platform, members),
                        new EndDelegation(platform)),
                new RightsPages(platform, new ShowMember(platform.database()), new ChangeRights(platform)),
                new FirstAdminPages(
                        platform,
                        new InviteOrganisationAdmin(platform, organisations, links),
                        new FindRecoverable(platform.database(), organisations)),
                new PasswordPages(platform, new ChangePassword(platform, throttle, sessions), sessions));
    }

    public Members members() {
        return members;
    }

    /** For the command {@code create-admin}. */
    public InviteNetworkAdmin firstAdmin() {
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
                EntryPoint.DESK, "/app",
                EntryPoint.PLACES, "/app/places");
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.inMenu(70, Permission.MEMBERS, "/app/members", "account", "common.nav.members"),
                NavigationEntry.inMenu(90, Permission.SIGNED_IN, "/app/password", "account", "common.nav.password"));
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/join/{token}", "/join/{token}/account");
    }

    @Override
    public List<SearchPart> searchParts() {
        return List.of(new SearchPart(
                60,
                Permission.ORGANISATION,
                "search.part.members",
                SEARCH,
                "/app/members/{id}/rights",
                null,
                "/app/members",
                false));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(AccountAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
