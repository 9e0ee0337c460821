package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which requests need a form's token, and which token is right; without sessions. */
class CookieCsrfTest {
    private static final int LARGEST_FORM = 256 * 1024;

    /** A route of the JSON API. */
    @Path("/api/routes")
    public static final class Api {
        @POST
        @Open
        public String taken(String body) {
            return "took " + body;
        }
    }

    /** A route for programs of any origin. */
    @AnyOrigin
    @Path("/machines")
    public static final class Machines {
        @POST
        @Open
        public String taken(String body) {
            if (body.isEmpty()) {
                throw new ProblemException(ProblemType.INVALID_INPUT, "Nothing.");
            }
            return "took " + body;
        }

        @OPTIONS
        @Open
        public Response options() {
            return AnyOriginFilter.preflight("POST");
        }
    }

    private WebHarness web;
    private FormBrowser browser;

    @BeforeEach
    void open() {
        Ids ids = Ids.secure();
        CookieCsrf csrf =
                new CookieCsrf(WebHarness.settings(), new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids), ids);
        web = new WebHarness(
                WebHarness.settings(),
                WebHarness.pages(),
                List.of(csrf, new FileForms(csrf), new PermissionRoutes(csrf), new Api(), new Machines()));
        browser = new FormBrowser(web);
    }

    @Test
    void aRequestThatChangesNothingNeedsNoToken() {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            assertThat(web.call(method, "/routes/form", Map.of(), new byte[0]).status())
                    .as(method)
                    .isEqualTo(200);
        }
        assertThat(web.call("PUT", "/routes/form", Map.of(), new byte[0]).status())
                .isNotEqualTo(200);
    }

    @Test
    void whatIsOpenToAnyOriginNeedsNoTokenAndSaysSo() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Origin", "https://elsewhere.example");
        Answer taken = web.call("POST", "/machines", headers, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(taken.text()).isEqualTo("took {}");
        Answer refused = web.call("POST", "/machines", headers, new byte[0]);
        assertThat(refused.status()).isEqualTo(400);
        Answer preflight = web.call("OPTIONS", "/machines", headers, new byte[0]);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.response().getHeaderString("Access-Control-Allow-Methods"))
                .isEqualTo("POST");
        for (Answer answer : List.of(taken, refused, preflight)) {
            assertThat(answer.response().getHeaderString("Access-Control-Allow-Origin"))
                    .isEqualTo("*");
            assertThat(answer.response().getHeaders()).doesNotContainKey("Access-Control-Allow-Credentials");
        }
        assertThat(web.call("POST", "/api/routes", headers, "{}".getBytes(StandardCharsets.UTF_8))
                        .response()
                        .getHeaders())
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void theJsonApiNeedsNoToken() {
        assertThat(web.call("POST", "/api/routes", Map.of("Content-Type", "application/json"), new byte[] {'1'})
                        .status())
                .isEqualTo(200);
    }

    @Test
    void allFormsOfAPageCarryTheSameToken() {
        String[] tokens = browser.get("/routes/forms").text().split(" ", -1);
        assertThat(tokens[1]).isEqualTo(tokens[0]);
        assertThat(took(tokens[1], Map.of())).isEqualTo(200);
    }

    @Test
    void aVisitKeepsItsCookieAndItsToken() {
        String first = browser.get("/routes/form").text();
        Answer again = browser.get("/routes/form");
        assertThat(again.header("Set-Cookie")).isNull();
        assertThat(again.text()).isEqualTo(first);
        assertThat(took(first, Map.of())).isEqualTo(200);
    }

    @Test
    void anEmptyCookieIsNoVisit() {
        browser.jar().put("visit", "");
        assertThat(browser.get("/routes/form").header("Set-Cookie")).contains("visit=");
        assertThat(browser.jar().get("visit")).isNotEmpty();
    }

    /** A browser sends {@code none} for an address typed by hand. Without the header the origin decides. */
    @Test
    void theOriginIsOursOrUnsaid() {
        String token = browser.get("/routes/form").text();
        assertThat(took(token + "a", Map.of())).isEqualTo(403);
        assertThat(took(token, Map.of("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
        assertThat(took(token, Map.of("Sec-Fetch-Site", "none"))).isEqualTo(200);
        assertThat(took(token, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://elsewhere.example")))
                .isEqualTo(200);
        assertThat(took(token, Map.of("Origin", "null"))).isEqualTo(200);
        assertThat(took(token, Map.of("Origin", "https://badges.example"))).isEqualTo(200);
        assertThat(took(token, Map.of("Origin", "http://badges.example"))).isEqualTo(403);
    }

    @Test
    void aFormMayHaveExactlyTheLargestSize() {
        String token = browser.get("/routes/form").text();
        int others = "word=&_csrf=".length() + token.length();
        assertThat(took(token, "x".repeat(LARGEST_FORM - others), Map.of())).isEqualTo(200);
        assertThat(took(token, "x".repeat(LARGEST_FORM - others + 1), Map.of())).isEqualTo(413);
    }

    @Test
    void whatIsNoFormIsRefused() {
        String token = browser.get("/routes/form").text();
        byte[] body = ("word=x&_csrf=" + token).getBytes(StandardCharsets.UTF_8);
        assertThat(browser.send("/routes/anything", "application/x-www-form-urlencoded", body)
                        .status())
                .isEqualTo(200);
        for (String type : List.of("text/plain", "multipart/form-data; boundary=x", "application/json")) {
            assertThat(browser.send("/routes/anything", type, body).status())
                    .as(type)
                    .isEqualTo(403);
        }
        assertThat(web.call("POST", "/routes/anything", Map.of(), body).status())
                .isEqualTo(403);
    }

    @Test
    void aFormWithFilesNeedsTheTokenToo() {
        String token = browser.get("/routes/form").text();
        assertThat(files(token)).isEqualTo(200);
        assertThat(files(token + "a")).isEqualTo(403);
        browser.jar().clear();
        assertThat(files(token)).isEqualTo(403);
    }

    @Test
    void aFormWithoutAnyPartIsRefused() {
        assertThat(browser.send("/routes/files", "multipart/form-data; boundary=x", new byte[0])
                        .status())
                .isEqualTo(400);
    }

    private int files(String token) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--x--\r\n";
        return browser.send("/routes/files", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    private int took(String token, Map<String, String> headers) {
        return took(token, "x", headers);
    }

    private int took(String token, String word, Map<String, String> headers) {
        return browser.post("/routes/form", new HashMap<>(Map.of("word", word, "_csrf", token)), headers)
                .status();
    }
}
