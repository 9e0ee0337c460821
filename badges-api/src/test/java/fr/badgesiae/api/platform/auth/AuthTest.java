package fr.badgesiae.api.platform.auth;

import static fr.badgesiae.api.platform.auth.DeskBrowser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which routes and forms are open to whom. */
class AuthTest {
    @RegisterExtension
    final DeskBrowser desk = new DeskBrowser();

    @Test
    void aRouteThatSaysNothingIsOpenToNobody() {
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openDesk(desk.organisation, desk.counsellor));
        assertThat(desk.browser.get("/routes/silent").status()).isEqualTo(403);
        assertThat(desk.browser.get("/routes/open").status()).isEqualTo(200);
    }

    @Test
    void eachKindOfRouteRedirectsToItsOwnSignIn() {
        assertThat(desk.browser.get("/routes/desk").header("Location")).endsWith("/signin?next=%2Froutes%2Fdesk");
        assertThat(desk.browser.get("/routes/holder").header("Location")).endsWith("/me/open");
        assertThat(desk.browser.get("/routes/claim").header("Location")).endsWith("/claim");
    }

    /** Nothing of a form is lost without a word, and no cache keeps the way to the door. */
    @Test
    void aFormOfASessionThatIsOverIsNotRedirected() {
        Map<String, String> form =
                Map.of("_csrf", desk.browser.get("/routes/form").text());
        assertThat(desk.browser.post("/routes/desk", form, Map.of()).status()).isEqualTo(401);
        assertThat(desk.browser.get("/routes/desk").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aRoleOpensItsRoutesAndNoOthers() {
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openDesk(desk.organisation, desk.counsellor));
        assertThat(desk.browser.get("/routes/desk").text()).startsWith("Noa Conseil");
        assertThat(desk.browser.get("/routes/organisation").status()).isEqualTo(403);
        assertThat(desk.browser.get("/routes/network").status()).isEqualTo(403);
        assertThat(desk.browser.get("/routes/holder").status()).isEqualTo(303);
    }

    @Test
    void aPageWithoutAFormSetsNoCookie() {
        assertThat(desk.browser.get("/routes/open").header("Set-Cookie")).isNull();
        assertThat(desk.browser.get("/routes/form").header("Set-Cookie"))
                .contains("visit=", "HttpOnly", "Secure", "SameSite=Lax");
    }

    @Test
    void aFormIsTakenWithItsTokenOnly() {
        String token = desk.browser.get("/routes/form").text();
        assertThat(desk.browser
                        .post("/routes/form", Map.of("word", "été", "_csrf", token), Map.of())
                        .text())
                .isEqualTo("took été");
        assertThat(desk.browser
                        .post("/routes/form", Map.of("word", "x"), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(desk.browser
                        .post("/routes/form", Map.of("word", "x", "_csrf", token + "a"), Map.of())
                        .status())
                .isEqualTo(403);
        desk.browser.jar().clear();
        assertThat(desk.browser
                        .post("/routes/form", Map.of("word", "x", "_csrf", token), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormFromAnotherSiteIsRefusedEvenWithItsToken() {
        Map<String, String> form =
                Map.of("word", "x", "_csrf", desk.browser.get("/routes/form").text());
        assertThat(desk.browser
                        .post("/routes/form", form, Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(desk.browser
                        .post("/routes/form", form, Map.of("Sec-Fetch-Site", "same-site"))
                        .status())
                .isEqualTo(403);
        assertThat(desk.browser
                        .post("/routes/form", form, Map.of("Origin", "https://elsewhere.example"))
                        .status())
                .isEqualTo(403);
        assertThat(desk.browser
                        .post("/routes/form", form, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"))
                        .status())
                .isEqualTo(200);
    }

    /** Any site can make a browser send one, and a route without a declared media type accepts it. */
    @Test
    void aMultipartFormNeedsTheTokenToo() {
        desk.signIn(PASSWORD);
        Answer answer = desk.browser.send(
                "/signout", "multipart/form-data; boundary=x", "--x--\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsWorthNothingInAnotherSession() {
        String token = desk.browser.get("/routes/form").text();
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openDesk(desk.organisation, desk.counsellor));
        assertThat(desk.browser
                        .post("/routes/form", Map.of("word", "x", "_csrf", token), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anEnormousFormIsRefused() {
        Map<String, String> form = Map.of(
                "word",
                "x".repeat(300_000),
                "_csrf",
                desk.browser.get("/routes/form").text());
        assertThat(desk.browser.post("/routes/form", form, Map.of()).status()).isEqualTo(413);
    }

    @Test
    void aCookieOfOneKindOpensNoOther() {
        HolderId holder = desk.setup.holder();
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openHolder(holder));
        assertThat(desk.browser.get("/routes/holder").text()).isEqualTo(holder.toString());
        desk.browser.jar().put("desk", desk.browser.jar().get("me"));
        desk.browser.jar().put("claim", desk.browser.jar().get("me"));
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(303);
        assertThat(desk.browser.get("/routes/claim").status()).isEqualTo(303);
    }
}
