package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.platform.todo.WorkList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The work list on the home page of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskHomeTest {
    private TestServer server;
    private Tenant own;
    private Visitor counsellor;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        new Tenant(server, "Fontaine", 2);
        counsellor = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private List<WorkList.Line> lines(OrganisationId organisation, Role role) {
        return server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle ->
                                new WorkList(server.features()::todos).read(handle, organisation, role, Instant.now()));
    }

    private List<String> keys(OrganisationId organisation, Role role) {
        return lines(organisation, role).stream().map(line -> line.todo().key()).toList();
    }

    @Test
    void aReportedErrorWaitsUntilItIsCorrected() throws Exception {
        UUID offer = UUID.fromString(own.ids.get("offer"));
        assertThat(keys(own.organisation, Role.COUNSELLOR)).doesNotContain("award.todo.disputed");

        execute(
                "UPDATE offer SET state = 'DISPUTED', dispute = 'NAME', pin_hash = NULL, code_sealed = NULL,"
                        + " pin_sealed = NULL WHERE id = ?",
                offer);

        assertThat(lines(own.organisation, Role.COUNSELLOR))
                .filteredOn(line -> line.todo().key().equals("award.todo.disputed"))
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isEqualTo(1));
        assertThat(counsellor.get("/app").body())
                .contains("href=\"/app/offers?state=disputed\"", "Une erreur signalée");
        assertThat(keys(own.network, Role.NETWORK_ADMIN)).doesNotContain("award.todo.disputed");

        execute(
                "UPDATE offer SET state = 'OFFERED', dispute = NULL, pin_hash = '-', code_sealed = '', pin_sealed = ''"
                        + " WHERE id = ?",
                offer);
        assertThat(keys(own.organisation, Role.COUNSELLOR)).doesNotContain("award.todo.disputed");
    }

    /** Contributions are checked once for all features: their pages exist, their statements run, their words too. */
    @Test
    void linesAreMostUrgentFirst() {
        assertThat(lines(own.organisation, Role.ORG_ADMIN))
                .extracting(line -> line.todo().urgency())
                .isSorted();
        assertThat(server.features().todos()).extracting(Todo::key).doesNotHaveDuplicates();
    }
}
