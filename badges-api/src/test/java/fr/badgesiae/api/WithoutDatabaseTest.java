package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.CutConnections;
import fr.badgesiae.api.platform.jobs.Job;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that was ready serves what is published while its database is away, also what nobody had asked for. */
class WithoutDatabaseTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<CutConnections> CONNECTIONS = new ArrayList<>();
    private static TestServer server;
    private static Tenant tenant;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(WithoutDatabaseTest::cuttable);
        tenant = new Tenant(server, "Structure fictive", 4);
        copy();
    }

    private static DataSource cuttable(DataSource real) {
        CutConnections connections = new CutConnections(real);
        CONNECTIONS.add(connections);
        return connections;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void cut() {
        CONNECTIONS.forEach(CutConnections::cut);
    }

    @AfterEach
    void restore() {
        CONNECTIONS.forEach(CutConnections::restore);
    }

    /** Runs the jobs that copy, as each node does from its start. */
    private static void copy() {
        List<Job> copying = server.features().contributions().jobs().stream()
                .filter(job -> job.name().startsWith("copy-"))
                .toList();
        assertThat(copying).hasSize(5).allMatch(job -> job.nodes() == Job.Nodes.EACH_FROM_START);
        copying.forEach(job -> job.act().run());
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/did.json, application/json",
        "/.well-known/jwks.json, application/json",
        "/issuers/ORGANISATION/did.json, application/json",
        "/keys/KEY, application/json",
        "/issuers/ORGANISATION, application/json",
        "/issuers/ORGANISATION, text/html",
        "/achievements/ACHIEVEMENT/1, application/json",
        "/achievements/ACHIEVEMENT/1, text/html",
        "/status/LIST, */*",
        "/trust/list.jwt, */*",
        "/robots.txt, text/plain",
    })
    void whatIsPublishedIsServed(String path, String accept) throws Exception {
        String address = path.replace("ORGANISATION", tenant.organisation.toString())
                .replace("ACHIEVEMENT", tenant.ids.get("achievement"))
                .replace("KEY", id("SELECT id FROM signing_key WHERE organisation_id = ? LIMIT 1"))
                .replace("LIST", id("SELECT id FROM status_list WHERE organisation_id = ?"));
        HttpResponse<String> answer = get(address, accept);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        restore();
        assertThat(get(address, accept).body())
                .as("the same as with a database")
                .isEqualTo(answer.body());
    }

    @ParameterizedTest
    @CsvSource({"/v/0000-0000-0000-0000", "/claim/0000-0000-0000-0000", "/issuers/UNKNOWN/did.json", "/status/UNKNOWN"})
    void anythingElseIsUnavailableForAMoment(String path) throws Exception {
        HttpResponse<String> answer =
                get(path.replace("UNKNOWN", UUID.randomUUID().toString()), "text/html");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void onceTheDatabaseIsBackEverythingIsServed() throws Exception {
        assertThat(get("/v/0000-0000-0000-0000", "text/html").statusCode()).isEqualTo(503);
        restore();
        assertThat(get("/v/0000-0000-0000-0000", "text/html").statusCode()).isEqualTo(404);
    }

    private static String id(String sql) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind(0, tenant.organisation.value())
                        .mapTo(UUID.class)
                        .one())
                .toString();
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(server.origin().resolve(path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
