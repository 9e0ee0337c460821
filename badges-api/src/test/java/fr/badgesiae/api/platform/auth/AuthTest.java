package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.AccountModule;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.limits.Throttles;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthTest {
    private static final String PASSWORD = "une phrase assez longue";

    private TestPlatform setup;
    private Sessions sessions;
    private SitePaths paths;
    private FormBrowser browser;
    private OrganisationId organisation;
    private AccountId counsellor;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        Platform bare = setup.platform();
        Settings settings = WebHarness.settings();
        CookieCsrf csrf = new CookieCsrf(settings, bare.vault(), bare.ids());
        sessions = new Sessions(bare.database(), settings, bare.vault(), bare.ids(), bare.clock());
        Pages pages = new Pages(new Messages(), new Assets(), settings, new DeskVisitors(csrf, sessions, () -> paths));
        Platform platform = setup.with(settings, pages);
        AccountModule account =
                new AccountModule(platform, sessions, new OrganisationModule(platform, List::of), List::of);
        Map<EntryPoint, String> entryPoints = new EnumMap<>(account.entryPoints());
        entryPoints.putAll(Map.of(EntryPoint.HOLDER, "/me/open", EntryPoint.CLAIM, "/claim"));
        paths = new SitePaths(entryPoints, account.navigation(), List.of());
        List<Object> resources = new ArrayList<>(account.resources());
        resources.addAll(List.of(csrf, new AuthFilter(sessions, paths), new PermissionRoutes(csrf)));
        browser = new FormBrowser(new WebHarness(settings, pages, resources));
        organisation = setup.organisation("Atelier des Deux Rives");
        counsellor = member("conseil", "Noa Conseil", Role.COUNSELLOR);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void aRouteThatSaysNothingIsOpenToNobody() {
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, counsellor));
        assertThat(browser.get("/routes/silent").status()).isEqualTo(403);
        assertThat(browser.get("/routes/open").status()).isEqualTo(200);
    }

    @Test
    void eachKindOfRouteRedirectsToItsOwnSignIn() {
        assertThat(browser.get("/routes/desk").header("Location")).endsWith("/signin?next=%2Froutes%2Fdesk");
        assertThat(browser.get("/routes/holder").header("Location")).endsWith("/me/open");
        assertThat(browser.get("/routes/claim").header("Location")).endsWith("/claim");
    }

    /** Nothing of a form is lost without a word, and no cache keeps the way to the door. */
    @Test
    void aFormOfASessionThatIsOverIsNotRedirected() {
        Map<String, String> form = Map.of("_csrf", browser.get("/routes/form").text());
        assertThat(browser.post("/routes/desk", form, Map.of()).status()).isEqualTo(401);
        assertThat(browser.get("/routes/desk").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aRoleOpensItsRoutesAndNoOthers() {
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, counsellor));
        assertThat(browser.get("/routes/desk").text()).startsWith("Noa Conseil");
        assertThat(browser.get("/routes/organisation").status()).isEqualTo(403);
        assertThat(browser.get("/routes/network").status()).isEqualTo(403);
        assertThat(browser.get("/routes/holder").status()).isEqualTo(303);
    }

    @Test
    void aPageWithoutAFormSetsNoCookie() {
        assertThat(browser.get("/routes/open").header("Set-Cookie")).isNull();
        assertThat(browser.get("/routes/form").header("Set-Cookie"))
                .contains("visit=", "HttpOnly", "Secure", "SameSite=Lax");
    }

    @Test
    void aFormIsTakenWithItsTokenOnly() {
        String token = browser.get("/routes/form").text();
        assertThat(browser.post("/routes/form", Map.of("word", "été", "_csrf", token), Map.of())
                        .text())
                .isEqualTo("took été");
        assertThat(browser.post("/routes/form", Map.of("word", "x"), Map.of()).status())
                .isEqualTo(403);
        assertThat(browser.post("/routes/form", Map.of("word", "x", "_csrf", token + "a"), Map.of())
                        .status())
                .isEqualTo(403);
        browser.jar().clear();
        assertThat(browser.post("/routes/form", Map.of("word", "x", "_csrf", token), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormFromAnotherSiteIsRefusedEvenWithItsToken() {
        Map<String, String> form =
                Map.of("word", "x", "_csrf", browser.get("/routes/form").text());
        assertThat(browser.post("/routes/form", form, Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/routes/form", form, Map.of("Sec-Fetch-Site", "same-site"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/routes/form", form, Map.of("Origin", "https://elsewhere.example"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/routes/form", form, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"))
                        .status())
                .isEqualTo(200);
    }

    /** Any site can make a browser send one, and a route without a declared media type accepts it. */
    @Test
    void aMultipartFormNeedsTheTokenToo() {
        signIn(PASSWORD);
        Answer answer = browser.send(
                "/signout", "multipart/form-data; boundary=x", "--x--\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.get("/routes/desk").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsWorthNothingInAnotherSession() {
        String token = browser.get("/routes/form").text();
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, counsellor));
        assertThat(browser.post("/routes/form", Map.of("word", "x", "_csrf", token), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anEnormousFormIsRefused() {
        Map<String, String> form = Map.of(
                "word",
                "x".repeat(300_000),
                "_csrf",
                browser.get("/routes/form").text());
        assertThat(browser.post("/routes/form", form, Map.of()).status()).isEqualTo(413);
    }

    @Test
    void aRightPasswordOpensTheDeskUnderANewToken() {
        browser.jar().put("desk", "planted-by-somebody-else");
        Answer answer = signIn(PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(browser.jar().get("desk")).hasSize(43).isNotEqualTo("planted-by-somebody-else");
        assertThat(browser.get("/routes/desk").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        Answer wrong = signIn("conseil", "autre chose");
        Answer unknown = signIn("personne", "autre chose");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(withoutKey(wrong).replace("conseil", "personne")).isEqualTo(withoutKey(unknown));
        assertThat(browser.jar()).doesNotContainKey("desk");
    }

    /** Each form has a random key. */
    private static String withoutKey(Answer answer) {
        return answer.text().replaceAll("name=\"_key\" value=\"[^\"]*\"", "");
    }

    @Test
    void afterManyFailuresEvenTheRightPasswordWaits() {
        for (int i = 0; i < 6; i++) {
            signIn("faux");
        }
        assertThat(signIn(PASSWORD).status()).isEqualTo(429);
        setup.clock().advance(Duration.ofHours(2));
        assertThat(signIn(PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void whatNoLongerCountsAgainstANameIsForgottenAfterADay() {
        Throttles throttle = setup.platform().throttles();
        signIn("faux");
        throttle.sweep();
        assertThat(attemptRows()).isPositive();
        setup.clock().advance(Duration.ofHours(25));
        throttle.sweep();
        assertThat(attemptRows()).isZero();
    }

    private long attemptRows() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM attempt")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void signingOutEndsTheSessionAndNotOnlyItsCookie() {
        signIn(PASSWORD);
        String kept = browser.jar().get("desk");
        String token = browser.get("/routes/desk").text().replaceFirst(".* ", "");
        assertThat(browser.post("/signout", Map.of("_csrf", token), Map.of()).status())
                .isEqualTo(303);
        browser.jar().put("desk", kept);
        assertThat(browser.get("/routes/desk").status()).isEqualTo(303);
        UUID left = setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT actor_id FROM audit_event WHERE code = 'SIGNED_OUT' ORDER BY id DESC LIMIT 1")
                        .mapTo(UUID.class)
                        .one());
        assertThat(left).isEqualTo(counsellor.value());
    }

    @Test
    void aSessionEndsWhenIdle() {
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, counsellor));
        setup.clock().advance(Duration.ofMinutes(119));
        assertThat(browser.get("/routes/desk").status()).isEqualTo(200);
        setup.clock().advance(Duration.ofMinutes(122));
        assertThat(browser.get("/routes/desk").status()).isEqualTo(303);
    }

    @Test
    void aSessionEndsWhenItsMemberLeaves() {
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, counsellor));
        setup.platform().database().inOrganisation(organisation, handle -> {
            sessions.closeAll(handle, organisation, counsellor);
            return true;
        });
        assertThat(browser.get("/routes/desk").status()).isEqualTo(303);
    }

    @Test
    void aDeskAsleepReachesOnlyTheClaimUntilThePasswordIsGiven() {
        signIn(PASSWORD);
        UUID offer = setup.offer(organisation);
        browser.keep(sessions.openClaim(organisation, setup.offer(organisation)));
        setup.database()
                .owner()
                .useHandle(handle ->
                        handle.execute("UPDATE session SET asleep = true, offer_id = ? WHERE kind = 'DESK'", offer));
        assertThat(browser.get("/routes/desk").header("Location")).endsWith("/signin/wake");
        browser.keep(TestSessions.of(setup.platform()).openHolder(setup.holder()));
        assertThat(browser.get("/routes/holder").header("Location")).endsWith("/signin/wake");
        assertThat(browser.get("/routes/claim").text()).isEqualTo(offer + " " + counsellor);
        String before = browser.jar().get("desk");
        assertThat(browser.post(
                                "/signin/wake",
                                Map.of("password", PASSWORD, "_csrf", browser.token("/signin/wake")),
                                Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(browser.jar().get("desk")).isNotEqualTo(before);
        assertThat(browser.get("/routes/desk").status()).isEqualTo(200);
    }

    @Test
    void aCookieOfOneKindOpensNoOther() {
        HolderId holder = setup.holder();
        browser.keep(TestSessions.of(setup.platform()).openHolder(holder));
        assertThat(browser.get("/routes/holder").text()).isEqualTo(holder.toString());
        browser.jar().put("desk", browser.jar().get("me"));
        browser.jar().put("claim", browser.jar().get("me"));
        assertThat(browser.get("/routes/desk").status()).isEqualTo(303);
        assertThat(browser.get("/routes/claim").status()).isEqualTo(303);
    }

    /** Inserts rows directly: these tests do not cover the creation of members. */
    private AccountId member(String login, String name, Role role) {
        UUID account = setup.platform().ids().uuid();
        setup.database()
                .owner()
                .useHandle(handle -> handle.createUpdate("""
                        WITH person AS (
                            INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
                            VALUES (:id, :login, :name, :hash, now(), now()) RETURNING id)
                        INSERT INTO membership (id, organisation_id, account_id, role, created_at)
                        SELECT :membership, :organisation, id, :role, now() FROM person
                        """)
                        .bind("id", account)
                        .bind("login", login)
                        .bind("name", name)
                        .bind("hash", setup.platform().passwords().hash(PASSWORD))
                        .bind("membership", setup.platform().ids().uuid())
                        .bind("organisation", organisation.value())
                        .bind("role", role.name())
                        .execute());
        return new AccountId(account);
    }

    private Answer signIn(String password) {
        return signIn("conseil", password);
    }

    private Answer signIn(String login, String password) {
        return browser.submit("/signin", "/signin", Map.of("login", login, "password", password));
    }
}
