package fr.badgesiae.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.leaving.DeactivateMember;
import fr.badgesiae.api.account.member.CancelInvitation;
import fr.badgesiae.api.account.member.CreatePasswordLink;
import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.account.member.InvitationId;
import fr.badgesiae.api.account.member.InviteMember;
import fr.badgesiae.api.account.member.InviteOrganisationAdmin;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final String PASSWORD = "cheval agrafe pluie";

    private TestPlatform setup;
    private Platform platform;
    private AccountModule module;
    private FindLink find;
    private JoinOrganisation join;
    private ResetPassword reset;
    private InviteMember invite;
    private InviteOrganisationAdmin inviteAdmin;
    private CancelInvitation cancel;
    private CreatePasswordLink passwordLink;
    private DeactivateMember deactivate;
    private OrganisationId network;
    private AccountId networkAdmin;
    private OrganisationId organisation;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        Sessions sessions = new Sessions(
                platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock());
        OrganisationModule organisations = new OrganisationModule(platform, List::of);
        module = new AccountModule(platform, sessions, organisations, List::of, List::of);
        Links links = new Links(platform);
        find = new FindLink(platform, organisations.organisations());
        join = new JoinOrganisation(platform, links, sessions);
        reset = new ResetPassword(platform, links, sessions);
        invite = new InviteMember(platform.database(), links);
        inviteAdmin = new InviteOrganisationAdmin(platform, organisations.organisations(), links);
        cancel = new CancelInvitation(platform);
        passwordLink = new CreatePasswordLink(platform.database(), links);
        deactivate = new DeactivateMember(platform, sessions, List::of);
        network = setup.organisation("Réseau Exemple");
        networkAdmin = setup.member(network);
        organisation = setup.organisation("Atelier des Deux Rives");
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute("""
                INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_by, vetted_on)
                VALUES (gen_random_uuid(), ?, ?, now(), ?, current_date)
                """, network.value(), organisation.value(), networkAdmin.value()));
    }

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void anInvitationOpensOneAccountOnce() {
        String token = token(inviteAdmin.apply(network, networkAdmin, organisation, false));
        FindLink.Found link = find.apply(token).orElseThrow();
        assertThat(join(link, new Login("camille"), "Camille Exemple", PASSWORD))
                .isPresent();
        assertThat(find.apply(token)).isEmpty();
        assertThatThrownBy(() -> join(link, new Login("intrus"), "Intrus", PASSWORD))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anInvitationEndsAfterTwoDays() {
        String token = token(inviteAdmin.apply(network, networkAdmin, organisation, false));
        setup.clock().advance(Duration.ofDays(2).plusSeconds(1));
        assertThat(find.apply(token)).isEmpty();
    }

    @Test
    void aCancelledInvitationIsRefusedAndAudited() {
        AccountId admin = admin("camille");
        FindLink.Found link = find.apply(token(invite.apply(organisation, admin, Role.COUNSELLOR, "Sacha")))
                .orElseThrow();

        InvitationId invitation = new InvitationId(link.link().id());
        cancel.apply(organisation, admin, invitation);

        assertThatThrownBy(() -> join(link, new Login("sacha"), "Sacha", PASSWORD))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cancel.apply(organisation, admin, invitation)).isInstanceOf(ProblemException.class);
        List<UUID> actors = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT actor_id FROM audit_event WHERE code = 'INVITATION_CANCELLED' AND subject_id = ?",
                                link.link().id())
                        .mapTo(UUID.class)
                        .list());
        assertThat(actors).containsExactly(admin.value());
    }

    @Test
    void aTakenNameLeavesTheLinkUsable() {
        AccountId admin = admin("camille");
        String token = token(invite.apply(organisation, admin, Role.COUNSELLOR, "Sacha"));
        FindLink.Found link = find.apply(token).orElseThrow();
        assertThat(join(link, new Login("camille"), "Sacha", PASSWORD)).isEmpty();
        assertThat(join(link, new Login("sacha"), "Sacha", PASSWORD)).isPresent();
    }

    @Test
    void theLastAdministratorStays() {
        AccountId first = admin("camille");
        assertThat(deactivate.apply(organisation, first, first, Optional.empty()))
                .isEqualTo(DeactivateMember.Outcome.LAST_MANAGER);
        String token = token(invite.apply(organisation, first, Role.ORG_ADMIN, "Sacha"));
        AccountId second = join(find.apply(token).orElseThrow(), new Login("sacha"), "Sacha", PASSWORD)
                .orElseThrow();
        assertThat(deactivate.apply(organisation, second, first, Optional.empty()))
                .isEqualTo(DeactivateMember.Outcome.DEACTIVATED);
        assertThat(deactivate.apply(organisation, second, second, Optional.empty()))
                .isEqualTo(DeactivateMember.Outcome.LAST_MANAGER);
    }

    @Test
    void aNetworkGivesALockedOutManagementAWayBackThatTheAuditTells() {
        AccountId before = admin("camille");

        String token = token(inviteAdmin.apply(network, networkAdmin, organisation, true));
        AccountId after = join(find.apply(token).orElseThrow(), new Login("sacha"), "Sacha", PASSWORD)
                .orElseThrow();

        assertThat(deactivate.apply(organisation, after, before, Optional.empty()))
                .isEqualTo(DeactivateMember.Outcome.DEACTIVATED);
        List<UUID> told = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT actor_id FROM audit_event WHERE code = 'ADMIN_RECOVERED' AND organisation_id = ?",
                                organisation.value())
                        .mapTo(UUID.class)
                        .list());
        assertThat(told).containsExactly(networkAdmin.value());
    }

    @Test
    void aNetworkMakesNoLinkOnceThereIsAnAdministrator() {
        admin("camille");
        assertThatThrownBy(() -> inviteAdmin.apply(network, networkAdmin, organisation, false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void aNewPasswordLinkReplacesTheOlderOne() {
        AccountId admin = admin("camille");
        String older = token(passwordLink.apply(organisation, admin, admin).orElseThrow());
        String newer = token(passwordLink.apply(organisation, admin, admin).orElseThrow());
        assertThat(find.apply(older)).isEmpty();
        reset.apply(find.apply(newer).orElseThrow(), "autre phrase bien longue");
        List<UUID> open = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT account_id FROM session WHERE kind = 'DESK' AND organisation_id = ?",
                                organisation.value())
                        .mapTo(UUID.class)
                        .list());
        assertThat(open).as("the desk is open once").containsExactly(admin.value());
    }

    @Test
    void anotherOrganisationsMemberIsNotFound() {
        AccountId admin = admin("camille");
        OrganisationId other = setup.organisation("Jardins de l’Exemple");
        assertThatThrownBy(() -> passwordLink.apply(other, admin, admin)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> deactivate.apply(other, admin, admin, Optional.empty()))
                .isInstanceOf(ProblemException.class);
        assertThat(name(other, admin)).isEmpty();
        assertThat(name(organisation, admin)).contains("camille");
    }

    @Test
    void aFirstAdministratorIsMadeOnceUnlessRecovering() {
        String token = token(MembersJourneyTest.networkAdminLink(module, false).orElseThrow());
        assertThat(join(find.apply(token).orElseThrow(), new Login("reseau"), "Noa", PASSWORD))
                .isPresent();
        assertThat(MembersJourneyTest.networkAdminLink(module, false)).isEmpty();
        String again = token(MembersJourneyTest.networkAdminLink(module, true).orElseThrow());
        setup.clock().advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(find.apply(again)).isEmpty();
    }

    @Test
    void shortAndFrequentPasswordsAreRefused() {
        assertThat(PasswordRules.fault("court", "camille")).contains("account.error.password-short");
        assertThat(PasswordRules.fault("motdepasse123", "camille")).contains("account.error.password-common");
        assertThat(PasswordRules.fault(PASSWORD, "camille")).isEmpty();
    }

    @Test
    void anotherNetworkCannotInviteAnAdministrator() {
        OrganisationId other = setup.organisation("Réseau Voisin");
        AccountId by = setup.member(other);
        assertThatThrownBy(() -> inviteAdmin.apply(other, by, organisation, true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private Optional<String> name(OrganisationId organisation, AccountId account) {
        return platform.database()
                .inOrganisation(organisation, handle -> module.members().name(handle, organisation, account));
    }

    /** Empty when the login is taken. */
    private Optional<AccountId> join(FindLink.Found link, Login login, String name, String password) {
        return join.apply(link, login, name, password).fold(new JoinOrganisation.Cases<>() {
            @Override
            public Optional<AccountId> joined(AccountId account, OpenedSession session) {
                return Optional.of(account);
            }

            @Override
            public Optional<AccountId> loginTaken() {
                return Optional.empty();
            }
        });
    }

    private AccountId admin(String login) {
        String token = token(inviteAdmin.apply(network, networkAdmin, organisation, false));
        return join(find.apply(token).orElseThrow(), new Login(login), login, PASSWORD)
                .orElseThrow();
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
