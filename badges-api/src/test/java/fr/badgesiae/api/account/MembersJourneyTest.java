package fr.badgesiae.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.member.InviteNetworkAdmin;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.AuthFilter;
import fr.badgesiae.api.platform.auth.CookieCsrf;
import fr.badgesiae.api.platform.auth.DeskVisitors;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty installation to a working team, through pages only. */
class MembersJourneyTest {
    private static final String PASSWORD = "une phrase assez longue";
    private static final Pattern LINK = Pattern.compile("value=\"https://badges\\.example(/join/[A-Za-z0-9_-]+)\"");

    private TestPlatform setup;
    private WebHarness web;
    private AccountModule accounts;
    private SitePaths paths;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        Platform bare = setup.platform();
        Settings settings = WebHarness.settings();
        CookieCsrf csrf = new CookieCsrf(settings, bare.vault(), bare.ids());
        Sessions sessions = new Sessions(bare.database(), settings, bare.vault(), bare.ids(), bare.clock());
        Pages pages = new Pages(new Messages(), new Assets(), settings, new DeskVisitors(csrf, sessions, () -> paths));
        Platform platform = setup.with(settings, pages);
        OrganisationModule organisations = new OrganisationModule(platform, List::of);
        accounts = new AccountModule(platform, sessions, organisations, List::of, List::of);
        paths = SitePaths.of(List.of(organisations, accounts));
        List<Object> resources = new ArrayList<>(organisations.resources());
        resources.addAll(accounts.resources());
        resources.addAll(List.of(csrf, new AuthFilter(sessions, paths)));
        web = new WebHarness(settings, pages, resources);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void aNetworkFoundsAnOrganisationWhoseAdministratorInvitesItsTeam() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        assertThat(networkAdminLink(accounts, false)).isEmpty();
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        FormBrowser counsellor = join(invite(direction), "conseil@deux-rives.example");
        assertThat(counsellor.get("/app").text()).contains("Alix Exemple");
        assertThat(counsellor.get("/app/members").status()).isEqualTo(403);
        assertThat(network.get("/app/members").status()).isEqualTo(403);
        assertThat(direction.get("/app/organisations").status()).isEqualTo(403);
        assertThat(direction.get("/app/members").text()).contains("conseil@deux-rives.example");
    }

    @Test
    void aLinkOpensOneAccountAndThenNothing() {
        String link = path(networkAdminLink(accounts, false).orElseThrow());
        assertThat(new FormBrowser(web).get(link).status()).isEqualTo(200);
        join(link, "reseau");
        assertThat(new FormBrowser(web).get(link).status()).isEqualTo(410);
        assertThat(new FormBrowser(web).get("/join/" + "A".repeat(43)).status()).isEqualTo(410);
    }

    @Test
    void aLinkEndsWithItsTime() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        String link = invite(direction);
        setup.clock().advance(Duration.ofHours(47));
        assertThat(new FormBrowser(web).get(link).status()).isEqualTo(200);
        setup.clock().advance(Duration.ofHours(2));
        assertThat(new FormBrowser(web).get(link).status()).isEqualTo(410);
    }

    @Test
    void aWrongFormIsShownAgainAndItsLinkStaysGood() {
        String link = path(networkAdminLink(accounts, false).orElseThrow());
        FormBrowser browser = new FormBrowser(web);
        Answer answer = browser.submit(link, link, Map.of("name", "Alix Exemple", "login", "a", "password", "court"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Alix Exemple", "e-login", "e-password")
                .doesNotContain("court\"");
        join(link, "reseau");
    }

    @Test
    void aDeactivatedMemberIsOutAtOnce() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        FormBrowser counsellor = join(invite(direction), "conseil");
        String member = "/app/members/" + accountOf("conseil") + "/leave";
        assertThat(direction.submit("/app/members", member, Map.of()).status()).isEqualTo(303);
        assertThat(counsellor.get("/app").status()).isEqualTo(303);
        assertThat(counsellor
                        .submit("/signin", "/signin", Map.of("login", "conseil", "password", PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theLastAdministratorStays() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        String self = "/app/members/" + accountOf("direction") + "/leave";
        assertThat(direction.submit("/app/members", self, Map.of()).status()).isEqualTo(422);
        assertThat(direction.get("/app").status()).isEqualTo(200);
    }

    @Test
    void aPasswordLinkEndsTheOldPasswordAndEverySession() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        FormBrowser counsellor = join(invite(direction), "conseil");
        String link = link(direction.submit("/app/members", action(direction, "password-link"), Map.of()));
        assertThat(new FormBrowser(web)
                        .submit(link, link, Map.of("password", "encore une autre phrase"))
                        .status())
                .isEqualTo(303);
        assertThat(counsellor.get("/app").status()).isEqualTo(303);
        assertThat(signIn("conseil", PASSWORD)).isEqualTo(422);
        assertThat(signIn("conseil", "encore une autre phrase")).isEqualTo(303);
    }

    @Test
    void oneOrganisationCannotTouchAnothersMembers() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        FormBrowser direction = join(firstAdmin(network, found(network)), "direction");
        String other = "/app/members/" + accountOf("reseau");
        assertThat(direction.submit("/app/members", other + "/leave", Map.of()).status())
                .isEqualTo(404);
        assertThat(direction
                        .submit("/app/members", other + "/password-link", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(network.get("/app").status()).isEqualTo(200);
    }

    @Test
    void aSiretWithAWrongDigitIsRefusedBesideItsField() {
        FormBrowser network = join(path(networkAdminLink(accounts, false).orElseThrow()), "reseau");
        Answer answer = network.submit("/app/organisations/new", "/app/organisations", organisation("00000001800003"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("e-siret", "Atelier des Deux Rives");
        found(network);
        assertThat(network.submit("/app/organisations/new", "/app/organisations", organisation("00000001800002"))
                        .status())
                .isEqualTo(422);
    }

    /** Empty when a network administrator exists. */
    static Optional<String> networkAdminLink(AccountModule accounts, boolean recover) {
        return accounts.firstAdmin().apply("Réseau Exemple", recover).fold(new InviteNetworkAdmin.Cases<>() {
            @Override
            public Optional<String> invited(String address) {
                return Optional.of(address);
            }

            @Override
            public Optional<String> adminExists() {
                return Optional.empty();
            }
        });
    }

    private FormBrowser join(String link, String login) {
        FormBrowser browser = new FormBrowser(web);
        Map<String, String> form = Map.of("name", "Alix Exemple", "login", login, "password", PASSWORD);
        assertThat(browser.submit(link, link, form).status()).isEqualTo(303);
        assertThat(browser.get("/app").status()).isEqualTo(200);
        return browser;
    }

    private static Map<String, String> organisation(String siret) {
        return Map.of(
                "kind",
                "ACI",
                "siret",
                siret,
                "legalName",
                "Association Atelier des Deux Rives",
                "publicName",
                "Atelier des Deux Rives");
    }

    private static String found(FormBrowser network) {
        Answer answer = network.submit("/app/organisations/new", "/app/organisations", organisation("00000001800002"));
        assertThat(answer.status()).isEqualTo(303);
        return answer.header("Location").replaceFirst(".*(/app/[^?]*).*", "$1");
    }

    private static String firstAdmin(FormBrowser network, String organisation) {
        return link(network.submit(organisation, organisation + "/first-admin", Map.of()));
    }

    private static String invite(FormBrowser direction) {
        return link(direction.submit(
                "/app/members", "/app/members/invitations", Map.of("label", "Noa", "role", "COUNSELLOR")));
    }

    private static String link(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Matcher found = LINK.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static String path(String address) {
        return address.replaceFirst("https://badges\\.example", "");
    }

    /** The address of the form for the only other active member. */
    private static String action(FormBrowser direction, String verb) {
        Matcher found = Pattern.compile("action=\"(/app/members/[0-9a-f-]{36}/" + verb + ")\"")
                .matcher(direction.get("/app/members").text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int signIn(String login, String password) {
        return new FormBrowser(web)
                .submit("/signin", "/signin", Map.of("login", login, "password", password))
                .status();
    }

    private String accountOf(String login) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT id::text FROM account WHERE login = :login")
                        .bind("login", login)
                        .mapTo(String.class)
                        .one());
    }
}
