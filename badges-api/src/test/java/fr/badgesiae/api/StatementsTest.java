package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.CountingDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A page takes the same number of SQL statements for 1 row and for 50, at most six. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private static final int MOST = 6;
    private static final int COPIES = 49;

    /** The badge of a tenant was not accepted in person, so there is nothing to withdraw. */
    private static final String NOTHING_TO_WITHDRAW = "/me/badges/{badge}/withdraw";

    /** The page of a share link, and its files. */
    private static final String SCAN = "/v/{code}";

    private TestServer server;
    private CountingDataSource counting;
    private Tenant own;
    private List<Route> pages;
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<Permission, Visitor> visitors = new EnumMap<>(Permission.class);
    private Visitor nobody;
    private List<String> revoked;
    private final Map<String, List<String>> one = new TreeMap<>();
    private final Map<String, List<String>> fifty = new TreeMap<>();

    @BeforeAll
    void measure() throws Exception {
        server = TestServer.start(source -> {
            counting = new CountingDataSource(source, thread -> thread.getName().startsWith("dw-"));
            return counting;
        });
        own = new Tenant(server, "Deux-Rives", 4);
        addresses.putAll(own.ids);
        addresses.put("code", own.shareCode.value());
        visit();
        pages = Route.of(server.features().resources()).stream()
                .filter(route -> route.verb().equals("GET"))
                .filter(route -> route.permission().isPresent()
                        || route.path().equals("/trust")
                        || route.path().startsWith(SCAN))
                .filter(route -> !route.path().equals(NOTHING_TO_WITHDRAW))
                .toList();
        measure(one);
        server.database().owner().useHandle(handle -> new LongLists(own, new RowCopies(handle, COPIES)).gather());
        measure(fifty);
        write();
        revoked = measureRevoked();
    }

    private List<String> measureRevoked() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'WRONG_CONTENT' WHERE id = ?",
                        UUID.fromString(own.ids.get("badge"))));
        counting.drain();
        HttpResponse<String> answer = visitors.get(Permission.HOLDER).get("/me/badges/" + own.ids.get("badge"));
        assertThat(answer.body()).as("whom to ask").contains("Atelier Deux-Rives", "01 99 00 00 00");
        return counting.drain();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void visit() throws Exception {
        Visitor admin =
                new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.admin));
        for (Permission permission : Permission.values()) {
            visitors.put(permission, admin);
        }
        visitors.put(
                Permission.NETWORK,
                new Visitor(
                        server,
                        "/app/organisations/new",
                        sessions -> sessions.openDesk(own.network, own.networkAdmin)));
        visitors.put(Permission.HOLDER, new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder)));
        visitors.put(
                Permission.CLAIM,
                new Visitor(
                        server,
                        "/claim",
                        sessions -> sessions.openClaim(own.organisation, UUID.fromString(own.ids.get("offer")))));
        nobody = new Visitor(server, "/claim", sessions -> List.of());
    }

    /** The second visit is counted: the first may fill a cache. */
    private void measure(Map<String, List<String>> counts) throws Exception {
        for (Route route : pages) {
            Visitor visitor = route.permission().map(visitors::get).orElse(nobody);
            visitor.get(route.filled(addresses));
            counting.drain();
            HttpResponse<String> answer = visitor.get(route.filled(addresses));
            assertThat(answer.statusCode()).as(route.toString()).isLessThan(400);
            counts.put(route.toString(), counting.drain());
        }
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        one.forEach((page, statements) -> lines.add(
                "%4d %4d  %s".formatted(statements.size(), fifty.get(page).size(), page)));
        Files.write(Path.of("target", "statements.txt"), lines);
    }

    @Test
    void aPageCostsTheSameForOneRowAndForFifty() {
        Set<String> growing = new TreeSet<>();
        one.forEach((page, statements) -> {
            if (statements.size() != fifty.get(page).size()) {
                growing.add(page);
            }
        });
        assertThat(growing).isEmpty();
    }

    @Test
    void aPageCostsSixStatementsAtMost() {
        Set<String> dear = new TreeSet<>();
        fifty.forEach((page, statements) -> {
            if (statements.size() > MOST) {
                dear.add(page);
            }
        });
        assertThat(dear).as(fifty.toString()).isEmpty();
    }

    /** Every scan runs it. A signed badge adds the statement for its status list. */
    @Test
    void aShareCodeCostsOneStatement() {
        assertThat(one).containsKeys(SCAN + " GET", SCAN + "/badge.json GET", SCAN + "/badge.jwt GET");
        one.forEach((page, statements) -> {
            if (page.startsWith(SCAN)) {
                assertThat(statements).as(page).hasSize(1);
            }
        });
    }

    /** A holder finds the contact of the issuer only on this page. */
    @Test
    void aRevokedBadgeCostsNoMoreThanOneInForce() {
        assertThat(revoked).hasSizeLessThanOrEqualTo(MOST);
    }
}
