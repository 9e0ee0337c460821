package fr.badgesiae.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.account.member.ManageMembers;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final String PASSWORD = "cheval agrafe pluie";

    private TestPlatform setup;
    private Platform platform;
    private AccountModule module;
    private Links links;
    private ManageMembers manage;
    private UseLink use;
    private OrganisationId organisation;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        Sessions sessions = new Sessions(
                platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock());
        module = new AccountModule(platform, sessions, new OrganisationModule(platform, List::of));
        links = new Links(platform);
        manage = new ManageMembers(platform, links, sessions);
        use = new UseLink(platform, links, sessions);
        organisation = setup.organisation("Atelier des Deux Rives");
    }

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void anInvitationOpensOneAccountOnce() {
        String token = token(manage.inviteFirst(organisation, null).orElseThrow());
        Links.Found link = links.find(token).orElseThrow();
        assertThat(use.join(link, new Login("camille"), "Camille Exemple", PASSWORD))
                .isPresent();
        assertThat(links.find(token)).isEmpty();
        assertThatThrownBy(() -> use.join(link, new Login("intrus"), "Intrus", PASSWORD))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anInvitationEndsAfterTwoDays() {
        String token = token(manage.inviteFirst(organisation, null).orElseThrow());
        setup.clock().advance(Duration.ofDays(2).plusSeconds(1));
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void aCancelledInvitationIsDeadAndLeavesALine() {
        AccountId admin = admin("camille");
        Links.Found link = links.find(token(manage.invite(organisation, admin, Role.COUNSELLOR, "Sacha")))
                .orElseThrow();

        manage.cancelInvitation(organisation, admin, link.row().id());

        assertThatThrownBy(() -> use.join(link, new Login("sacha"), "Sacha", PASSWORD))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        manage.cancelInvitation(organisation, admin, link.row().id()))
                .isInstanceOf(ProblemException.class);
        List<UUID> actors = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT actor_id FROM audit_event WHERE code = 'INVITATION_CANCELLED' AND subject_id = ?",
                                link.row().id())
                        .mapTo(UUID.class)
                        .list());
        assertThat(actors).containsExactly(admin.value());
    }

    @Test
    void aTakenNameLeavesTheLinkUsable() {
        AccountId admin = admin("camille");
        String token = token(manage.invite(organisation, admin, Role.COUNSELLOR, "Sacha"));
        Links.Found link = links.find(token).orElseThrow();
        assertThat(use.join(link, new Login("camille"), "Sacha", PASSWORD)).isEmpty();
        assertThat(use.join(link, new Login("sacha"), "Sacha", PASSWORD)).isPresent();
    }

    @Test
    void theLastAdministratorStays() {
        AccountId first = admin("camille");
        assertThat(manage.deactivate(organisation, first, first)).isFalse();
        String token = token(manage.invite(organisation, first, Role.ORG_ADMIN, "Sacha"));
        AccountId second = use.join(links.find(token).orElseThrow(), new Login("sacha"), "Sacha", PASSWORD)
                .orElseThrow();
        assertThat(manage.deactivate(organisation, second, first)).isTrue();
        assertThat(manage.deactivate(organisation, second, second)).isFalse();
    }

    @Test
    void aNetworkMakesNoLinkOnceThereIsAnAdministrator() {
        AccountId admin = admin("camille");
        assertThat(manage.inviteFirst(organisation, admin)).isEmpty();
    }

    @Test
    void aNewPasswordLinkKillsTheOlderOne() {
        AccountId admin = admin("camille");
        String older = token(manage.resetLink(organisation, admin, admin));
        String newer = token(manage.resetLink(organisation, admin, admin));
        assertThat(links.find(older)).isEmpty();
        assertThat(use.setPassword(links.find(newer).orElseThrow(), "autre phrase bien longue"))
                .isEqualTo(admin);
    }

    @Test
    void anotherOrganisationsMemberIsNotFound() {
        AccountId admin = admin("camille");
        OrganisationId other = setup.organisation("Jardins de l’Exemple");
        assertThatThrownBy(() -> manage.resetLink(other, admin, admin)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> manage.deactivate(other, admin, admin)).isInstanceOf(ProblemException.class);
        assertThat(module.members().name(other, admin)).isEmpty();
        assertThat(module.members().name(organisation, admin)).contains("camille");
    }

    @Test
    void aFirstAdministratorIsMadeOnceUnlessRecovering() {
        String token = token(module.firstAdmin().create("Réseau Exemple", false).orElseThrow());
        assertThat(use.join(links.find(token).orElseThrow(), new Login("reseau"), "Noa", PASSWORD))
                .isPresent();
        assertThat(module.firstAdmin().create("Réseau Exemple", false)).isEmpty();
        String again = token(module.firstAdmin().create("Réseau Exemple", true).orElseThrow());
        setup.clock().advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(links.find(again)).isEmpty();
    }

    @Test
    void theDemonstrationHasTwoOrganisationsOfOneNetwork() {
        DemonstrationAccounts.People people = module.demonstration().seed(login -> PASSWORD);
        assertThat(people.firstAdmin().organisation())
                .isNotEqualTo(people.secondAdmin().organisation());
        assertThat(module.members()
                        .name(
                                people.firstCounsellor().organisation(),
                                people.firstCounsellor().account()))
                .contains("Dominique Conseil");
    }

    @Test
    void shortAndFrequentPasswordsAreRefused() {
        assertThat(PasswordRules.fault("court", "camille")).isEqualTo("account.error.password-short");
        assertThat(PasswordRules.fault("motdepasse123", "camille")).isEqualTo("account.error.password-common");
        assertThat(PasswordRules.fault(PASSWORD, "camille")).isNull();
    }

    private AccountId admin(String login) {
        String token = token(manage.inviteFirst(organisation, null).orElseThrow());
        return use.join(links.find(token).orElseThrow(), new Login(login), login, PASSWORD)
                .orElseThrow();
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
