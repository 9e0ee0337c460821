package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a page and of a form whose session is over. */
class EndedSessionTest {
    private final TestPlatform setup = TestPlatform.fresh();
    private final List<FormOwner> kept = new ArrayList<>();
    private Optional<String> token = Optional.of("kept-form");
    private WebHarness web;
    private FormBrowser browser;
    private Sessions sessions;
    private OrganisationId organisation;
    private AccountId member;

    @BeforeEach
    void open() {
        Platform platform = setup.platform();
        CookieCsrf csrf = new CookieCsrf(WebHarness.settings(), platform.vault(), platform.ids());
        sessions = new Sessions(
                platform.database(), WebHarness.settings(), platform.vault(), platform.ids(), platform.clock());
        SitePaths paths = new SitePaths(
                Map.of(EntryPoint.SIGN_IN, "/signin", EntryPoint.HOLDER, "/me/open", EntryPoint.CLAIM, "/claim"),
                List.of(),
                List.of());
        EndedSession ended = new EndedSession() {
            @Override
            public Optional<String> keep(ContainerRequestContext request, FormOwner owner) {
                kept.add(owner);
                return token;
            }

            @Override
            public boolean waits(ContainerRequestContext request, String waiting, FormOwner owner) {
                return waiting.equals("kept-form") && owner.kind() == SessionKind.DESK;
            }
        };
        web = new WebHarness(
                WebHarness.settings(),
                WebHarness.pages(),
                List.of(csrf, new AuthFilter(sessions, paths, ended), new PermissionRoutes(csrf)));
        browser = new FormBrowser(web);
        organisation = setup.organisation("Atelier des Deux Rives");
        member = setup.member(organisation);
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, member));
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private void tooLate() {
        setup.clock().advance(Duration.ofHours(13));
    }

    private static String location(Answer answer) {
        return answer.header("Location").replace("https://badges.example", "");
    }

    private String deskForm() {
        return browser.get("/routes/desk").text().replaceFirst(".* ", "");
    }

    private Answer send(String form) {
        return browser.post("/routes/desk", Map.of("_csrf", form), Map.of());
    }

    @Test
    void aPageSaysThatItsSessionIsOverOnlyWhereThereWasOne() {
        tooLate();
        assertThat(location(browser.get("/routes/desk"))).isEqualTo("/signin?next=%2Froutes%2Fdesk&ended=time");
        assertThat(location(browser.get("/routes/holder"))).isEqualTo("/me/open");
        browser.jar().put("me", "token");
        assertThat(location(browser.get("/routes/holder"))).isEqualTo("/me/open?ended=time");
    }

    @Test
    void aDeviceThatWasPassedOverGoesBackToItsMember() {
        assertThat(location(browser.get("/routes/claim"))).isEqualTo("/signin?ended=time");
        browser.jar().put("claim", "token");
        assertThat(location(browser.get("/routes/claim"))).isEqualTo("/claim?ended=time");
        browser.jar().clear();
        assertThat(location(browser.get("/routes/claim"))).isEqualTo("/claim");
    }

    @Test
    void aFormOfASessionThatIsOverIsKeptForItsOwner() {
        String form = deskForm();
        tooLate();
        Answer answer = send(form);
        assertThat(location(answer)).isEqualTo("/signin?ended=time");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(kept).containsExactly(new FormOwner(SessionKind.DESK, member.value(), organisation.value()));
        assertThat(browser.jar()).containsEntry("resume", "kept-form");
    }

    @Test
    void aFormOfASessionThatWasClosedElsewhereSaysSo() {
        String form = deskForm();
        browser.jar().remove("desk");
        token = Optional.empty();
        assertThat(location(send(form))).isEqualTo("/signin?ended=closed");
        assertThat(browser.jar()).doesNotContainKey("resume");
    }

    @Test
    void aFormIsTakenInALaterSessionOfItsOwnerOnly() {
        String form = deskForm();
        assertThat(send(form).text()).isEqualTo("changed");
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, member));
        assertThat(send(form).text()).as("the owner came back").isEqualTo("changed");
        browser.keep(TestSessions.of(setup.platform()).openDesk(organisation, setup.member(organisation)));
        assertThat(send(form).status()).as("somebody else came").isNotEqualTo(200);
    }

    @Test
    void theFirstPageOfTheOwnerIsThatOfTheFormThatWaits() {
        String form = deskForm();
        browser.jar().put("resume", "kept-form");
        assertThat(send(form).text()).as("a form is taken").isEqualTo("changed");
        assertThat(get("application/json").status()).isEqualTo(200);
        assertThat(get("").status()).isEqualTo(200);
        Answer answer = browser.get("/routes/desk");
        assertThat(location(answer)).isEqualTo("/answers/kept-form");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).contains("resume=;");
        browser.jar().put("resume", "another");
        assertThat(browser.get("/routes/desk").status()).isEqualTo(200);
    }

    /** A page asked for as something else than HTML, or without a word. */
    private Answer get(String accept) {
        String cookies = "desk=" + browser.jar().get("desk") + "; resume="
                + browser.jar().get("resume");
        Map<String, String> headers =
                accept.isEmpty() ? Map.of("Cookie", cookies) : Map.of("Cookie", cookies, "Accept", accept);
        return web.call("GET", "/routes/desk", headers, new byte[0]);
    }
}
