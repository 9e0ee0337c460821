package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.CountingDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** A page costs the database the same for one row and for fifty, and never more than six statements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private static final int MOST = 6;
    private static final int COPIES = 49;

    /** A tenant's badge was not accepted in person, so that there is nothing to withdraw. */
    private static final String NOTHING_TO_WITHDRAW = "/me/badges/{badge}/withdraw";

    /** The page behind a share link, and the files beside it. */
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
        server.database().owner().useHandle(handle -> new Crowd(own, new Copies(handle, COPIES)).gather());
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

    /** The second visit counts: the first may fill a cache. */
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
    void aPageCostsTheSameForOneRowAndForFifty() throws IOException {
        Set<String> growing = new TreeSet<>();
        one.forEach((page, statements) -> {
            if (statements.size() != fifty.get(page).size()) {
                growing.add(page);
            }
        });
        assertThat(growing).isEqualTo(still("growing"));
    }

    @Test
    void aPageCostsSixStatementsAtMost() throws IOException {
        Set<String> dear = new TreeSet<>();
        fifty.forEach((page, statements) -> {
            if (statements.size() > MOST) {
                dear.add(page);
            }
        });
        assertThat(dear).as(fifty.toString()).isEqualTo(still("dear"));
    }

    /** Every scan waits for it. The status list of a signed badge comes on top. */
    @Test
    void aShareCodeCostsOneStatement() {
        assertThat(one).containsKeys(SCAN + " GET", SCAN + "/badge.json GET", SCAN + "/badge.jwt GET");
        one.forEach((page, statements) -> {
            if (page.startsWith(SCAN)) {
                assertThat(statements).as(page).hasSize(1);
            }
        });
    }

    /** Its page says whom to ask, which a holder reads nowhere else. */
    @Test
    void aRevokedBadgeCostsNoMoreThanOneInForce() {
        assertThat(revoked).hasSizeLessThanOrEqualTo(MOST);
    }

    /** Pages that are not there yet; a page that is mended is taken off, or the test fails. */
    private static Set<String> still(String what) throws IOException {
        try (InputStream list = StatementsTest.class.getResourceAsStream("statements-" + what + ".txt")) {
            Set<String> pages =
                    new TreeSet<>(List.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)));
            pages.remove("");
            return pages;
        }
    }
}
