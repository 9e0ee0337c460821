package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The answer to a badge that anybody brings, without a cookie: shown again by its address for minutes, then gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyAnswersTest {
    private static final String BADGE = Samples.named("valid-did-key.json").text();

    private TestServer server;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private long rows() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM form_answer")
                        .mapTo(Long.class)
                        .one());
    }

    private static HttpResponse<String> bring(Tab tab, String text, String language) throws Exception {
        return tab.post("/verify?lang=" + language, Map.of("text", text), "");
    }

    @Test
    void aReportIsShownAgainInBothLanguagesWithoutBeingSentAgain() throws Exception {
        Tab tab = new Tab(server.origin());
        HttpResponse<String> answer = bring(tab, BADGE, "en");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.body()).isEmpty();
        String kept = Tab.location(answer);
        assertThat(kept).matches("/answers/public/[\\w-]{43}\\?lang=en");
        HttpResponse<String> report = tab.get(kept);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body())
                .contains("<html lang=\"en\">", "Travailler en équipe", "href=\"" + other(kept) + "\"");
        assertThat(report.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(report.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("img-src 'self' data:");
        assertThat(tab.get(other(kept)).body()).contains("<html lang=\"fr\">", "Travailler en équipe");
        assertThat(tab.jar()).as("cookies").isEmpty();
    }

    private static String other(String kept) {
        return kept.replace("lang=en", "lang=fr");
    }

    @Test
    void aRefusedTextIsInItsFieldAgain() throws Exception {
        Tab tab = new Tab(server.origin());
        HttpResponse<String> refused = bring(tab, "https://[badge", "fr");
        assertThat(refused.statusCode()).isEqualTo(303);
        HttpResponse<String> page = tab.follow(refused);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"e-text\"", ">https://[badge</textarea>");
    }

    @Test
    void theAnswerIsSealedAndEnds() throws Exception {
        Tab tab = new Tab(server.origin());
        String kept = Tab.location(bring(tab, BADGE, "fr"));
        long readable = server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM form_answer f"
                                + " WHERE position('Travailler' IN encode(content, 'escape')) > 0"
                                + " OR ends_at > now() + interval '10 minutes'")
                        .mapTo(Long.class)
                        .one());
        assertThat(readable).isZero();
        assertThat(rows()).isPositive();
        server.database()
                .owner()
                .useHandle(handle ->
                        handle.execute("UPDATE form_answer SET created_at = created_at - interval '10 minutes',"
                                + " ends_at = ends_at - interval '10 minutes'"));
        HttpResponse<String> over = tab.get(kept);
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("Trop de temps a passé").doesNotContain("Travailler");
        assertThat(tab.jar()).isEmpty();
    }

    @Test
    void anAddressThatWasNeverGivenShowsNothing() throws Exception {
        Tab tab = new Tab(server.origin());
        assertThat(tab.get("/answers/public/" + "a".repeat(43)).statusCode()).isEqualTo(410);
    }
}
