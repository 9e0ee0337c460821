package fr.badgesiae.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.member.InviteMember;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.AuthFilter;
import fr.badgesiae.api.platform.auth.CookieCsrf;
import fr.badgesiae.api.platform.auth.DeskVisitors;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.form.FormAnswerPages;
import fr.badgesiae.api.platform.form.FormAnswers;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One account, two organisations. */
class PlacesJourneyTest {
    private static final String PASSWORD = "une phrase assez longue";

    private TestPlatform setup;
    private WebHarness web;
    private SitePaths paths;
    private InviteMember invite;
    private OrganisationId first;
    private OrganisationId second;
    private AccountId account;
    private AccountId host;
    private AccountId colleague;

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
        AccountModule accounts = new AccountModule(platform, sessions, organisations, List::of, List::of);
        paths = SitePaths.of(List.of(organisations, accounts));
        FormAnswers answers = new FormAnswers(bare.database(), bare.vault(), bare.ids(), bare.clock());
        List<Object> resources = new ArrayList<>(organisations.resources());
        resources.addAll(accounts.resources());
        resources.addAll(List.of(
                csrf, new AuthFilter(sessions, paths, answers), new FormAnswerPages(answers, sessions, paths, pages)));
        web = new WebHarness(settings, pages, resources);
        invite = new InviteMember(platform.database(), new Links(platform));
        first = setup.organisation("Atelier des Deux Rives");
        second = setup.organisation("Jardins de l’Exemple");
        account = manager(first, "alix");
        colleague = manager(first, "noa");
        host = manager(second, "sacha");
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private AccountId manager(OrganisationId organisation, String login) {
        AccountId member = setup.member(organisation);
        execute(
                "UPDATE account SET login = ?, password_hash = ? WHERE id = ?",
                login,
                setup.platform().passwords().hash(PASSWORD),
                member.value());
        execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", member.value());
        return member;
    }

    private void execute(String sql, Object... arguments) {
        setup.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private String text(String sql, Object... arguments) {
        return setup.database()
                .owner()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(String.class).one());
    }

    private long count(String sql, Object... arguments) {
        return setup.database()
                .owner()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(Long.class).one());
    }

    private String invitation() {
        String address = invite.apply(second, host, Role.ORG_ADMIN, "Alix");
        return address.replaceFirst("https://badges\\.example", "");
    }

    private static Map<String, String> credentials(String password) {
        return Map.of("login", "alix", "password", password);
    }

    private FormBrowser joined() {
        String link = invitation();
        FormBrowser browser = new FormBrowser(web);
        assertThat(browser.submit(link + "/account", link + "/account", credentials(PASSWORD))
                        .status())
                .isEqualTo(303);
        return browser;
    }

    private static String location(Answer answer) {
        return answer.header("Location").replace("https://badges.example", "");
    }

    private static Answer enter(FormBrowser browser, OrganisationId place) {
        return browser.submit("/app/places", "/app/places", Map.of("place", place.toString()));
    }

    private Answer signIn(FormBrowser browser, String password) {
        return browser.submit("/signin", "/signin", credentials(password));
    }

    @Test
    void anInvitationIsTakenWithThePasswordOfAnAccount() {
        String link = invitation();
        FormBrowser browser = new FormBrowser(web);
        Answer wrong = browser.submit(link + "/account", link + "/account", credentials("une autre phrase longue"));
        assertThat(wrong.status()).isEqualTo(422);
        Answer unknown =
                browser.submit(link + "/account", link + "/account", Map.of("login", "personne", "password", PASSWORD));
        assertThat(unknown.text().replaceAll("value=\"[^\"]*\"", ""))
                .as("an unknown account is answered as a wrong password")
                .isEqualTo(wrong.text().replaceAll("value=\"[^\"]*\"", ""));

        assertThat(browser.submit(link + "/account", link + "/account", credentials(PASSWORD))
                        .status())
                .isEqualTo(303);

        assertThat(browser.get("/app/members").text()).contains("sacha").doesNotContain("noa");
        assertThat(count("SELECT count(*) FROM membership WHERE account_id = ?", account.value()))
                .isEqualTo(2);
        assertThat(new FormBrowser(web).get(link).status()).isEqualTo(410);
    }

    @Test
    void afterSignInTheLastOneIsOpenAndTheOthersAreOffered() {
        joined();
        FormBrowser browser = new FormBrowser(web);
        assertThat(location(signIn(browser, PASSWORD))).isEqualTo("/app/places");
        String places = browser.get("/app/places").text();
        assertThat(places.indexOf("<h2>Jardins de l’Exemple")).isPositive().isLessThan(places.indexOf("<h2>Atelier"));

        assertThat(location(enter(browser, first))).isEqualTo("/app?done=account.place");

        assertThat(browser.get("/app/members").text()).contains("noa").doesNotContain("sacha");
        assertThat(browser.get("/app").text()).contains("Changer de structure");
        assertThat(location(signIn(new FormBrowser(web), PASSWORD))).isEqualTo("/app/places");
        FormBrowser single = new FormBrowser(web);
        single.submit("/signin", "/signin", Map.of("login", "noa", "password", PASSWORD));
        assertThat(single.get("/app").text()).doesNotContain("Changer de structure");
    }

    @Test
    void theOtherOrganisationIsAStrangersOnceOneIsOpen() {
        FormBrowser browser = joined();
        assertThat(browser.get("/app/members/" + colleague + "/rights").status())
                .isEqualTo(404);
        assertThat(browser.get("/app/members/" + host + "/rights").status()).isEqualTo(200);
        enter(browser, first);
        assertThat(browser.get("/app/members/" + colleague + "/rights").status())
                .isEqualTo(200);
        assertThat(browser.get("/app/members/" + host + "/rights").status()).isEqualTo(404);
    }

    @Test
    void nobodyEntersWhereTheyAreNoMember() {
        FormBrowser browser = new FormBrowser(web);
        signIn(browser, PASSWORD);
        assertThat(enter(browser, second).status()).isEqualTo(404);
        assertThat(count("SELECT count(*) FROM session WHERE organisation_id = ?", second.value()))
                .isZero();
    }

    @Test
    void noSessionIsRenewedWithoutAPassword() {
        FormBrowser browser = joined();
        String end = "SELECT string_agg(ends_at || ' ' || id, ',') FROM session WHERE account_id = ?";
        String before = text(end, account.value());
        setup.clock().advance(Duration.ofHours(1));

        assertThat(location(enter(browser, second))).isEqualTo("/app?done=account.place");
        assertThat(text(end, account.value())).as("it is open already").isEqualTo(before);
        enter(browser, first);
        enter(browser, second);
        assertThat(text(end, account.value()).replaceFirst(" .*", ""))
                .as("the other one ends when the first would have")
                .isEqualTo(before.replaceFirst(" .*", ""));
        assertThat(browser.get("/app/members").text()).contains("sacha");
    }

    /** The tab was opened in the first organisation and is sent in the second: nothing is done, nothing is lost. */
    @Test
    void aFormOfAnotherTabActsNowhereAndWaits() {
        FormBrowser browser = joined();
        enter(browser, first);
        String tab = browser.token("/app/members");
        enter(browser, second);
        execute("UPDATE membership SET role = 'EVALUATOR' WHERE account_id = ?", account.value());

        Answer sent = browser.post(
                "/app/members/invitations", Map.of("_csrf", tab, "label", "Charlie", "role", "COUNSELLOR"), Map.of());

        assertThat(location(sent)).isEqualTo("/app/places?form=elsewhere");
        assertThat(browser.get("/app/places?form=elsewhere").text())
                .contains("Vous êtes maintenant dans\u00a0: Jardins de l’Exemple");
        assertThat(count("SELECT count(*) FROM invitation WHERE label = 'Charlie'"))
                .isZero();
        execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", account.value());
        enter(browser, first);
        String kept = location(browser.get("/app"));
        assertThat(kept).startsWith("/answers/");
        assertThat(browser.get(kept).text()).contains("Charlie");
    }

    /** A password is kept nowhere, and the page does not say that it is. */
    @Test
    void aPasswordOfAnotherTabIsNotKept() {
        FormBrowser browser = joined();
        enter(browser, first);
        String tab = browser.token("/app/password");
        enter(browser, second);

        Map<String, String> change = Map.of("_csrf", tab, "current", PASSWORD, "password", "une autre phrase longue");
        Answer sent = browser.post("/app/password", change, Map.of());

        assertThat(location(sent)).isEqualTo("/app/places?form=lost");
        assertThat(browser.get("/app/places?form=lost").text())
                .contains("rien n’a été gardé")
                .doesNotContain("vous y attend");
    }

    @Test
    void whoeverLeftEverywhereComesBackWithTheAccount() {
        execute(
                "UPDATE membership SET state = 'DEACTIVATED', deactivated_at = now() WHERE account_id = ?",
                account.value());
        assertThat(signIn(new FormBrowser(web), PASSWORD).status())
                .as("no desk to open")
                .isEqualTo(422);

        assertThat(joined().get("/app/members").text()).contains("sacha");
    }

    @Test
    void whoeverLeavesOneKeepsTheOther() {
        FormBrowser browser = joined();
        enter(browser, first);
        FormBrowser manager = new FormBrowser(web);
        manager.submit("/signin", "/signin", Map.of("login", "noa", "password", PASSWORD));
        String leave = "/app/members/" + account + "/leave";
        assertThat(manager.submit(leave, leave, Map.of()).status()).isEqualTo(303);

        assertThat(browser.get("/app/members").status())
                .as("the session is over")
                .isEqualTo(303);
        assertThat(location(signIn(browser, PASSWORD))).isEqualTo("/app");
        assertThat(browser.get("/app/members").text()).contains("sacha");
    }

    @Test
    void noOrganisationGivesAWayIntoTheDeskOfAnother() {
        FormBrowser manager = new FormBrowser(web);
        manager.submit("/signin", "/signin", Map.of("login", "noa", "password", PASSWORD));
        String make = "/app/members/" + account + "/password-link";
        String early = manager.submit("/app/members", make, Map.of())
                .text()
                .replaceFirst("(?s).*value=\"https://badges\\.example(/join/[^\"]+)\".*", "$1");
        joined();

        Answer refused = manager.submit("/app/members", make, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("ouvre aussi une autre structure");
        FormBrowser thief = new FormBrowser(web);
        assertThat(thief.submit(early, early, Map.of("password", "une autre phrase longue"))
                        .status())
                .as("a link from before")
                .isEqualTo(410);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfEveryOrganisation() {
        FormBrowser there = joined();
        FormBrowser here = new FormBrowser(web);
        signIn(here, PASSWORD);
        enter(here, first);

        Map<String, String> change = Map.of("current", PASSWORD, "password", "une autre phrase longue");
        assertThat(here.submit("/app/password", "/app/password", change).status())
                .isEqualTo(303);

        assertThat(there.get("/app").status()).isEqualTo(303);
        assertThat(here.get("/app").status()).isEqualTo(200);
    }
}
