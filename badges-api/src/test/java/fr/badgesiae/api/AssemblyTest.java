package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssemblyTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        URI uri = server.origin().resolve(path);
        return client.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theOpenPagesAnswer() throws Exception {
        for (String path : List.of("/", "/v", "/claim", "/me/open", "/legal", "/privacy", "/accessibility")) {
            HttpResponse<String> page = get(path, "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("<html lang=\"fr\">").doesNotContain("???");
        }
    }

    @Test
    void aDeskPageRedirectsToSignIn() throws Exception {
        HttpResponse<String> answer = get("/app/badges", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).contains("/signin?next=%2Fapp%2Fbadges"));
    }

    @Test
    void whatIsNotThereIsAProblemForMachinesAndAPageForPeople() throws Exception {
        HttpResponse<String> problem = get("/nowhere", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        HttpResponse<String> page = get("/nowhere", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>");
    }

    @Test
    void anOrganisationsKeysAndListArePublishedFromItsFirstDay() throws Exception {
        String id =
                server.organisation("Atelier des Deux Rives", "73282932000074").toString();
        HttpResponse<String> did = get("/issuers/" + id + "/did.json", "application/json");
        assertThat(did.statusCode()).isEqualTo(200);
        assertThat(did.body()).contains("assertionMethod").contains("localhost%3A");
        assertThat(get("/.well-known/jwks.json", "application/json").body()).contains("\"iss\"");
    }

    @Test
    void everybodyGetsTheDocumentsAsThisNodeServesThem() {
        server.organisation("Jardins de l’Exemple", "90000000200007");

        server.features().contributions().probe().look();

        HealthCheck check = server.features().contributions().healthChecks().get("published-documents");
        assertThat(check.execute().getMessage()).isEqualTo("as this node serves them");
    }
}
