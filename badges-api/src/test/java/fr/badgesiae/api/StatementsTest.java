package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
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

    /** The badge of a tenant was not accepted in person: there is nothing to withdraw, and no card to save yet. */
    private static final Set<String> NOTHING_THERE = Set.of(
            "/me/badges/{badge}/withdraw",
            "/me/card.png",
            "/claim/badge/card.png",
            // Paper shows what is proven, and the badge of these tests is not.
            "/v/{code}/badge.pdf",
            "/v/{code}/card.pdf",
            "/v/{code}/strip.pdf",
            "/v/{code}/portfolio.pdf");

    /** The page of a share link, and its files. */
    private static final String SCAN = "/v/{code}";

    /** What everybody reads of an issuer and of a published badge. */
    private static final List<String> PUBLIC = List.of("/trust", "/issuers/{id}", "/issuers/{id}/did.json", SCAN);

    private static final String ACHIEVEMENT = "/achievements/{achievement}/";

    private TestServer server;
    private CountingDataSource counting;
    private Tenant own;
    private List<Route> pages;
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<Permission, Visitor> visitors = new EnumMap<>(Permission.class);
    private Visitor nobody;
    private List<String> revoked;
    private final Map<String, List<String>> steps = new TreeMap<>();
    private final Map<String, List<String>> one = new TreeMap<>();
    private final Map<String, List<String>> fifty = new TreeMap<>();

    @BeforeAll
    void measure() throws Exception {
        server = TestServer.start(source -> {
            counting = new CountingDataSource(source, thread -> thread.getName().startsWith("dw-"));
            return counting;
        });
        own = new Tenant(server, "Deux-Rives", 4);
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET holder_id = ? WHERE id = ?",
                        own.holder.value(),
                        UUID.fromString(own.ids.get("worker"))));
        addresses.putAll(own.ids);
        addresses.put("code", own.shareCode.value());
        addresses.put("id", own.organisation.toString());
        visit();
        pages = Route.of(server.features().contributions().resources()).stream()
                .filter(route -> route.verb().equals("GET"))
                .filter(route -> route.permission().isPresent() || isPublic(route.path()))
                .filter(route -> !NOTHING_THERE.contains(route.path()))
                .toList();
        measure(one);
        server.database().owner().useHandle(handle -> new LongLists(own, new RowCopies(handle, COPIES)).gather());
        measure(fifty);
        measureSteps();
        revoked = measureRevoked();
        write();
    }

    private static boolean isPublic(String path) {
        return PUBLIC.contains(path) || path.startsWith(SCAN) || path.startsWith(ACHIEVEMENT);
    }

    /** The id of a version stands in the paths of the desk, its number in public ones. */
    private String address(Route route) {
        Map<String, String> values = new HashMap<>(addresses);
        if (route.path().startsWith(ACHIEVEMENT)) {
            values.put("version", "1");
        }
        String wallet = route.path().endsWith("/wallet/app") ? "?wallet=WALT_ID" : "";
        return route.filled(values) + wallet;
    }

    /** One page, three steps: a PIN of their own, the card, the end. */
    private void measureSteps() throws Exception {
        UUID offer = UUID.fromString(own.ids.get("offer"));
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE offer SET state = 'ACCEPTED', code_sealed = NULL, pin_sealed = NULL WHERE id = ?", offer);
            handle.execute(
                    "INSERT INTO acceptance (id, organisation_id, offer_id, holder_id, credential_id, how, name_choice,"
                            + " show_evidence, text_hash, created_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, 'SLIP',"
                            + " 'FULL', true, sha256(''), now())",
                    own.organisation.value(),
                    offer,
                    own.holder.value(),
                    UUID.fromString(own.ids.get("badge")));
        });
        Visitor claim = visitors.get(Permission.CLAIM);
        measureStep("PIN", claim, "name=\"again\"");
        claim.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));
        measureStep("card", claim, "href=\"/claim/badge/card\"");
        counting.drain();
        assertThat(claim.get("/claim/badge/card.png").statusCode()).isEqualTo(200);
        steps.put("picture", counting.drain());
        claim.post("/claim/badge/card", Map.of());
        server.database().owner().useHandle(handle -> {
            // Used once, so that the slip is closed.
            handle.execute("UPDATE holder_access SET code_sealed = NULL");
            handle.execute("UPDATE offer SET pin_hash = NULL WHERE id = ?", offer);
        });
        visitClaim();
        measureStep("end", visitors.get(Permission.CLAIM), "href=\"/me\"");
    }

    private void measureStep(String step, Visitor claim, String shown) throws Exception {
        counting.drain();
        HttpResponse<String> answer = claim.get("/claim/badge/next");
        assertThat(answer.body()).as(step).contains(shown);
        steps.put(step, counting.drain());
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
        visitors.put(Permission.TEAM, supervisor());
        visitors.put(
                Permission.NETWORK,
                new Visitor(
                        server,
                        "/app/organisations/new",
                        sessions -> sessions.openDesk(own.network, own.networkAdmin)));
        visitors.put(Permission.HOLDER, new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder)));
        visitClaim();
        nobody = new Visitor(server, "/claim", sessions -> List.of());
    }

    /** A member who only proposes, with a team. */
    private Visitor supervisor() throws Exception {
        AccountId member = server.member(own.organisation, "encadrement", "EVALUATOR", "une phrase assez longue");
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)"
                                + " SELECT id, organisation_id, kind, ?, now() FROM people_group WHERE id = ?",
                        member.value(),
                        UUID.fromString(own.ids.get("group"))));
        return new Visitor(server, "/claim", sessions -> sessions.openDesk(own.organisation, member));
    }

    private void visitClaim() throws Exception {
        visitors.put(
                Permission.CLAIM,
                new Visitor(
                        server,
                        "/claim",
                        sessions -> sessions.openClaim(own.organisation, UUID.fromString(own.ids.get("offer")))));
    }

    /** The second visit is counted: the first may fill a cache. */
    private void measure(Map<String, List<String>> counts) throws Exception {
        for (Route route : pages) {
            Visitor visitor = route.permission().map(visitors::get).orElse(nobody);
            visitor.get(address(route));
            counting.drain();
            HttpResponse<String> answer = visitor.get(address(route));
            assertThat(answer.statusCode()).as(route.toString()).isLessThan(400);
            counts.put(route.toString(), counting.drain());
        }
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        one.forEach((page, statements) -> lines.add(
                "%4d %4d  %s".formatted(statements.size(), fifty.get(page).size(), page)));
        steps.forEach((step, statements) -> lines.add("%4d       a claim’s %s".formatted(statements.size(), step)));
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

    @Test
    void aStepOfAClaimCostsSixStatementsAtMost() {
        assertThat(steps)
                .hasSize(4)
                .allSatisfy(
                        (step, statements) -> assertThat(statements).as(step).hasSizeLessThanOrEqualTo(MOST));
    }

    @Test
    void whatEverybodyReadsIsCounted() {
        assertThat(one)
                .containsKeys(
                        "/issuers/{id} GET",
                        ACHIEVEMENT + "{version: [1-9][0-9]{0,8}} GET",
                        SCAN + " GET",
                        "/trust GET");
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
