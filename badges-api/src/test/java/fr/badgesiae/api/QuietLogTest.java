package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.CutConnections;
import fr.badgesiae.api.platform.jobs.Jobs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which the service itself fails: what somebody wrote is not in the log. */
class QuietLogTest {
    /** Stands for a name, a text or a hash; appears nowhere else. */
    private static final String MARK = "empreinte-9b44f7";

    private static final List<CutConnections> CONNECTIONS = new ArrayList<>();
    private static TestServer server;
    private static Tenant tenant;
    private LogLines log;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(QuietLogTest::cuttable);
        tenant = new Tenant(server, "Structure fictive", 4);
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
    void listen() {
        log = LogLines.open();
    }

    @AfterEach
    void restore() {
        log.close();
        CONNECTIONS.forEach(CutConnections::restore);
        server.database().owner().useHandle(handle -> handle.execute("DROP TRIGGER IF EXISTS fails ON worker"));
    }

    /** The server's error names the whole row, as that of a violated constraint does. */
    private static void everyNewWorkerFailsWith(String state) {
        server.database().owner().useHandle(handle -> {
            handle.execute("CREATE OR REPLACE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " RAISE EXCEPTION 'on purpose' USING ERRCODE = '" + state + "', DETAIL = NEW::text; END $$");
            handle.execute("CREATE TRIGGER fails BEFORE INSERT ON worker FOR EACH ROW EXECUTE FUNCTION fails()");
        });
    }

    /** A failed statement, a full disk, no memory, too many connections, a server that stops. */
    @ParameterizedTest
    @CsvSource({"XX000, 500", "23514, 500", "53100, 503", "53200, 503", "57P01, 503"})
    void anErrorOfTheDatabase(String state, int status) throws Exception {
        Visitor member = member();
        everyNewWorkerFailsWith(state);
        HttpResponse<String> answer = member.post("/app/workers", Map.of("firstName", MARK, "lastName", MARK));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(log.text()).contains("ERROR").doesNotContain(MARK);
    }

    /** Somebody erased the file or closed the space while the form was on its way: no fault of the service. */
    @Test
    void aPersonWhoWasErasedMeanwhile() throws Exception {
        Visitor member = member();
        everyNewWorkerFailsWith("PE410");
        HttpResponse<String> answer = member.post("/app/workers", Map.of("firstName", MARK, "lastName", MARK));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(log.text()).doesNotContain("ERROR").doesNotContain(MARK);
    }

    @Test
    void aDatabaseThatIsAway() throws Exception {
        Visitor visitor = new Visitor(server, "/signin", sessions -> List.of());
        CONNECTIONS.forEach(CutConnections::cut);
        HttpResponse<String> answer = visitor.post("/signin", Map.of("login", MARK, "password", MARK));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(log.text()).contains("ERROR").doesNotContain(MARK);
    }

    @Test
    void aJobThatFails() {
        everyNewWorkerFailsWith("XX000");
        Jobs.guarded(
                        "fails",
                        () -> server.platform()
                                .database()
                                .inOrganisation(
                                        tenant.organisation,
                                        handle -> handle.createUpdate("""
                                INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)
                                VALUES (gen_random_uuid(), :organisation, :mark, :mark, gen_random_uuid(), now(), now())
                                """)
                                                .bind("organisation", tenant.organisation.value())
                                                .bind("mark", MARK)
                                                .execute()))
                .run();
        assertThat(log.text()).contains("The job fails failed", "on purpose").doesNotContain(MARK);
    }

    @Test
    void tooManyBodiesAtATime() throws Exception {
        Visitor visitor = new Visitor(server, "/signin", sessions -> List.of());
        List<Socket> slow = new ArrayList<>();
        try {
            int status = 0;
            for (int i = 0; i < 300 && status != 503; i++) {
                slow.add(begun());
                status = visitor.post("/signin", Map.of("login", MARK, "password", MARK))
                        .statusCode();
            }
            assertThat(status).isEqualTo(503);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(log.text()).doesNotContain(MARK, "ERROR");
    }

    private static Socket begun() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.origin().getPort());
        socket.getOutputStream()
                .write(("POST /signin HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nlogin=" + MARK)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Visitor member() throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }
}
