package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Requests that nobody's page sends are answered 4xx, and neither they nor our own failures write a person into the log. */
class SenderFaultsTest {
    /** Stands for a name, a text or a hash; appears nowhere else. */
    private static final String MARK = "empreinte-51d0c2";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;
    private static Tenant tenant;

    private LogLines log;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Structure fictive", 4);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log = LogLines.open();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    private String lines() {
        return log.text();
    }

    @ParameterizedTest
    @CsvSource({
        "/signin, application/x-www-form-urlencoded; charset=bogus, , 415",
        "/claim, application/x-www-form-urlencoded; charset=bogus, , 415",
        "/me/open, application/x-www-form-urlencoded; charset=%00, , 415",
        "/api/v1/verifications, application/json, gzip, 400",
    })
    void aBodyThatLibrariesCannotReadIsTheSendersFault(String path, String type, String encoding, int status)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("a=" + MARK));
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        assertThat(send(request).statusCode()).isEqualTo(status);
        assertThat(lines()).doesNotContain(MARK, "ERROR");
    }

    @Test
    void aMalformedConditionIsTheSendersFault() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.origin().resolve("/.well-known/did.json"))
                        .header("If-None-Match", "zz\""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(lines()).doesNotContain("ERROR");
    }

    @Test
    void aPartWithAnUnknownCharacterSetIsTheSendersFault() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\nContent-Type: text/plain; charset=bogus"
                + "\r\n\r\n" + MARK + "\r\n--x--\r\n";
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.origin().resolve("/verify"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(lines()).doesNotContain(MARK, "ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/offers, worker=x&version=y&narrative=MARK&evidence=",
        "/app/offers, worker=00000000-0000-4000-8000-000000000000&version=y&narrative=MARK&evidence=",
        "/app/offers/preview, worker=x&version=x&narrative=MARK&evidence=",
        "/app/members/invitations, label=MARK%00&role=COUNSELLOR",
        "/app/workers, firstName=MARK%00&lastName=x&pathway=on",
    })
    void aFormOfTheDeskThatNoPageSendsIsTheSendersFault(String path, String form) throws Exception {
        HttpResponse<String> answer = member().post(path, fields(form));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception");
        assertThat(lines()).doesNotContain(MARK, "ERROR");
    }

    @Test
    void aNulInASignInNameIsTheSendersFault() throws Exception {
        Visitor visitor = new Visitor(server, "/signin", sessions -> List.of());
        HttpResponse<String> answer = visitor.post("/signin", Map.of("login", MARK + "\u0000", "password", "x"));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(lines()).doesNotContain(MARK, "ERROR");
    }

    @Test
    void aStatementThatFailsDoesNotSayItsArguments() {
        String said = server.platform().database().inOrganisation(tenant.organisation, handle -> {
            try {
                handle.createUpdate("INSERT INTO account (id, login, display_name, password_hash, password_set_at,"
                                + " created_at) VALUES (gen_random_uuid(), :mark, NULL, :mark, now(), now())")
                        .bind("mark", MARK)
                        .execute();
                return "no failure";
            } catch (StatementException e) {
                LoggerFactory.getLogger(SenderFaultsTest.class).error("a job failed", e);
                return "failed";
            }
        });
        assertThat(said).isEqualTo("failed");
        assertThat(lines()).contains("a job failed", "display_name").doesNotContain(MARK);
    }

    @Test
    void aFormThatIsBrokenOffLeavesNoErrorLine() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.origin().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /signin HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                    + " application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=" + MARK)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(rest(socket)).matches("(?s)(HTTP/1\\.1 4.*)?");
        }
        assertThat(lines()).doesNotContain(MARK, "ERROR");
    }

    private static String rest(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Visitor member() throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.replace("MARK", MARK).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("%00", "\u0000")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
