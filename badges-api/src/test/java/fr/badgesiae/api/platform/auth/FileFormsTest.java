package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a form with files. */
class FileFormsTest {
    /** The digest of "abc" (FIPS 180-2, appendix B.1) in base64. */
    private static final String ABC = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    /** Tells the fields of the form that was sent. */
    @Path("/sent")
    public static final class Sent {
        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        @Open
        public String fields(@Context ContainerRequestContext request) {
            return SentForm.in(request).orElseThrow().fields().toString();
        }
    }

    /** A route of the JSON API that takes files. */
    @Path("/api/sent")
    public static final class Api {
        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        @Open
        public String taken() {
            return "taken";
        }
    }

    /** Pages that set no cookie. */
    @Path("/open")
    @Cookieless
    public static final class WithoutCookies {
        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        @Open
        public String taken() {
            return "taken";
        }
    }

    private FormBrowser browser;

    @BeforeEach
    void open() {
        Ids ids = Ids.secure();
        CookieCsrf csrf =
                new CookieCsrf(WebHarness.settings(), new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids), ids);
        browser = new FormBrowser(new WebHarness(
                WebHarness.settings(),
                WebHarness.pages(),
                List.of(
                        csrf,
                        new FileForms(csrf),
                        new PermissionRoutes(csrf),
                        new Sent(),
                        new Api(),
                        new WithoutCookies())));
    }

    private Answer send(String path, String... parts) {
        String body = String.join("", parts) + "--x--\r\n";
        return browser.send(path, "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileStandsInAFormAsItsHash() {
        String token = browser.get("/routes/form").text();
        Answer answer = send(
                "/sent",
                part("_csrf", "", token),
                part("word", "", "été"),
                part("logo", "; filename=\"logo.txt\"", "abc"),
                part("data", "", "abc").replace("\r\n\r\n", "\r\nContent-Type: image/png\r\n\r\n"));
        assertThat(answer.text())
                .contains("word=[été]", "logo=[" + ABC + "]", "data=[" + ABC + "]", "_csrf=[" + token + "]");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(browser.get("/routes/form").status()).isEqualTo(200);
        assertThat(send("/sent", part("word", "", "x")).status()).isEqualTo(403);
    }

    @Test
    void theJsonApiAndPagesWithoutCookiesNeedNoToken() {
        assertThat(send("/api/sent", part("word", "", "x")).text()).isEqualTo("taken");
        assertThat(send("/open", part("word", "", "x")).text()).isEqualTo("taken");
    }

    private static String part(String name, String more, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + content + "\r\n";
    }
}
