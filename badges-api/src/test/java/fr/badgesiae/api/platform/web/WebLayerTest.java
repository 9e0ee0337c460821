package fr.badgesiae.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLayerTest {
    private final WebHarness web = new WebHarness(
            WebHarness.settings(), WebHarness.pages(), List.of(new Trouble(), new RequestIds(Ids.secure())));

    /** Fails in several ways. */
    @SuppressWarnings("DoNotCallSuggester")
    @Path("/")
    public static final class Trouble {
        @GET
        @Path("known")
        public Response known() {
            throw new ProblemException(ProblemType.GONE, "It was <b>here</b>.");
        }

        @GET
        @Path("api/unexpected")
        public Response unexpected() {
            throw new IllegalStateException("jdbc:secret");
        }

        @GET
        @Path("unexpected")
        public Response unexpectedPage() {
            throw new IllegalStateException("jdbc:secret");
        }

        @GET
        @Path("busy")
        public Response busy() {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait.");
        }

        @GET
        @Path("away")
        public Response away() {
            throw new ConnectionException(new SQLException("jdbc:secret"));
        }

        @GET
        @Path("stopped")
        public Response stopped() {
            throw new IllegalStateException(new SQLException("jdbc:secret", "57P01"));
        }

        @GET
        @Path("full")
        public Response full() {
            throw new ConnectionException(new PoolExhaustedException("no connection in 5 seconds"));
        }

        @POST
        @Path("text")
        @Consumes("text/plain")
        public Response text(String body) {
            return Response.noContent().build();
        }
    }

    @Test
    void aKnownProblemIsAPageForPeopleAndJsonForMachines() {
        WebHarness.Answer page = web.browse("/known", "fr");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("Cette page n’existe plus").doesNotContain("It was");
        WebHarness.Answer json = web.call("GET", "/known", Map.of("Accept", "*/*"), new byte[0]);
        assertThat(json.status()).isEqualTo(410);
        assertThat(json.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json.text()).contains("\"type\":\"/problems/gone\"", "\"title\":\"Gone\"", "\"status\":410");
    }

    @Test
    void anUnexpectedFailureSaysAReferenceAndNothingElse() {
        WebHarness.Answer json = web.call("GET", "/api/unexpected", Map.of(), new byte[0]);
        assertThat(json.status()).isEqualTo(500);
        assertThat(json.text()).contains("urn:badges:log:").doesNotContain("secret", "Exception", "at fr.");
        WebHarness.Answer page = web.browse("/unexpected", "en");
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("on our side", "<code>").doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/busy, 429, Trop d’essais, Too many",
        "/away, 503, momentanément indisponible, unavailable for a moment",
        "/stopped, 503, momentanément indisponible, unavailable for a moment",
        "/unexpected, 500, de notre côté, on our side"
    })
    void troubleIsSaidInBothLanguagesWithTheRequestsId(String path, int status, String french, String english) {
        for (String language : List.of("fr", "en")) {
            WebHarness.Answer page = web.browse(path, language);
            assertThat(page.status()).isEqualTo(status);
            assertThat(page.text())
                    .contains("<html lang=\"" + language + "\">", language.equals("fr") ? french : english)
                    .doesNotContain("secret", "Exception");
            String id = page.header("X-Request-Id");
            assertThat(id).hasSize(12);
            assertThat(page.text().contains("<code>" + id + "</code>")).isEqualTo(status >= 500);
            assertThat(page.header("Retry-After")).isEqualTo(status == 500 ? null : "30");
        }
    }

    /** A database that has too much to do is not away. */
    @Test
    void aFullPoolIsACrowdThatPassesInSeconds() {
        WebHarness.Answer page = web.browse("/full", "fr");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Trop de monde en ce moment").doesNotContain("indisponible");
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(web.browse("/full", "en").text()).contains("Too many people at the moment");
        assertThat(web.call("GET", "/full", Map.of("Accept", "*/*"), new byte[0])
                        .text())
                .contains("\"type\":\"/problems/overloaded\"", "\"status\":503");
    }

    @Test
    void whatJerseyRefusesIsSaidInOurWords() {
        assertThat(web.browse("/nowhere", "fr").text()).contains("Cette page n’existe pas");
        WebHarness.Answer method = web.call("DELETE", "/known", Map.of(), new byte[0]);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        WebHarness.Answer type = web.call("POST", "/text", Map.of("Content-Type", "image/png"), new byte[] {1});
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.text()).contains("/problems/unsupported-media-type");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : List.of("/known", "/unexpected", "/nowhere", "/robots.txt")) {
            WebHarness.Answer answer = web.browse(path, "fr");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void anAnswerIsKeptNowhereUnlessItSaysSo() {
        for (String path : List.of("/known", "/unexpected", "/nowhere", "/robots.txt")) {
            assertThat(web.browse(path, "fr").header("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void assetsAreKeptForEverUnderTheirDigest() {
        WebHarness.Answer css = web.browse(new Assets().path("app.css"), "fr");
        assertThat(css.header("Cache-Control")).contains("immutable");
        assertThat(css.header("Content-Type")).startsWith("text/css");
        assertThat(css.body().length).isLessThan(23_700);
        assertThat(web.browse("/assets/0/app.css", "fr").header("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(web.browse("/assets/0/app.xyz", "fr").status()).isEqualTo(404);
    }
}
