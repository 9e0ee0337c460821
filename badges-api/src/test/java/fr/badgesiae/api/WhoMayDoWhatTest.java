package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.TestSessions;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Compares the permission table with the code, then over HTTP for each caller and route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDoWhatTest {
    private static final Set<String> SIGN_IN_PAGES = Set.of("/signin", "/signin/wake", "/me/open", "/claim");

    private static final Set<Permission> READING =
            EnumSet.of(Permission.DESK, Permission.WORKER_NAMES, Permission.JOURNAL);

    /** A form whose words must not stand in an address; it changes nothing. */
    private static final List<String> SEARCHES = List.of(
            "/app/credentials/list.csv POST",
            "/app/credentials/list.xlsx POST",
            "/app/credentials/print POST",
            "/app/figures/coodiag.csv POST",
            "/app/journal/list.csv POST",
            "/app/journal/list.xlsx POST",
            "/app/offers/list.csv POST",
            "/app/offers/list.xlsx POST",
            "/app/offers/print POST",
            "/app/offers/search POST",
            "/app/search POST",
            "/app/workers/list.csv POST",
            "/app/workers/list.xlsx POST",
            "/app/workers/print POST",
            "/app/workers/search POST");

    /** The rights of the caller BY_HAND. */
    private static final List<Right> BY_HAND = List.of(Right.PRINT, Right.REVOKE);

    private TestServer server;
    private WhoMayDoWhat table;
    private List<Route> guarded;
    private Tenant own;
    private Tenant stranger;
    private AccountId dozing;
    private AccountId evaluator;
    private AccountId placement;
    private AccountId byHand;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        table = WhoMayDoWhat.read();
        guarded = Route.of(server.resources()).stream()
                .filter(route -> route.permission().isPresent())
                .toList();
        own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        dozing = server.member(own.organisation, "bureau-endormi", "COUNSELLOR", "une phrase assez longue");
        evaluator = server.member(own.organisation, "encadrement", "EVALUATOR", "une phrase assez longue");
        placement =
                server.member(own.organisation, "mise-a-disposition", "PLACEMENT_OFFICER", "une phrase assez longue");
        byHand = server.member(own.organisation, "impression", "COUNSELLOR", "une phrase assez longue");
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE membership SET rights = ? WHERE account_id = ?",
                        BY_HAND.stream().map(Enum::name).toArray(String[]::new),
                        byHand.value()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyPermissionAndEveryRoleHasItsPlaceInTheTable() {
        assertThat(table.granted().keySet()).containsExactlyInAnyOrder(Permission.values());
        assertThat(table.callers())
                .containsAll(Stream.of(Role.values()).map(Enum::name).toList());
    }

    @Test
    void rightsGrantWhatTheTableSaysAndNothingElse() {
        table.granted().forEach((permission, row) -> {
            for (Role role : Role.values()) {
                assertThat(Rights.of(role).may(permission))
                        .as("%s %s", role, permission)
                        .isEqualTo(row.get(role.name()));
            }
            assertThat(Rights.of(Role.COUNSELLOR, BY_HAND).may(permission))
                    .as("by hand %s", permission)
                    .isEqualTo(row.get("BY_HAND"));
        });
    }

    @Test
    void everyGuardedRouteStandsInTheTableUnderItsPermission() {
        Map<String, Permission> found = new TreeMap<>();
        guarded.forEach(route -> found.put(route.toString(), route.permission().orElseThrow()));
        assertThat(found).isEqualTo(table.routes());
    }

    /** Reading rights are held by members who may do nothing but print, or propose. */
    @Test
    void whatChangesSomethingRequiresTheRightOfItsAct() {
        List<String> readers = guarded.stream()
                .filter(route -> !route.verb().equals("GET"))
                .filter(route -> READING.contains(route.permission().orElseThrow()))
                .map(Route::toString)
                .toList();
        assertThat(readers).containsExactlyInAnyOrderElementsOf(SEARCHES);
    }

    @TestFactory
    List<DynamicTest> eachCallerPassesWhereTheTableSaysYes() {
        return table.callers().stream()
                .map(caller -> DynamicTest.dynamicTest(caller, () -> callsEveryRoute(caller)))
                .toList();
    }

    /** Uses ids of another organisation: a permitted caller finds nothing, and nothing changes. */
    private void callsEveryRoute(String caller) throws Exception {
        Visitor visitor = visitor(caller);
        Map<String, Boolean> expected = new LinkedHashMap<>();
        Map<String, Boolean> passed = new LinkedHashMap<>();
        // What may end a session comes last: an answer to a reopening ends those of other devices too.
        List<Route> inOrder = guarded.stream()
                .sorted(Comparator.comparing(WhoMayDoWhatTest::mayEndItsSession))
                .toList();
        for (Route route : inOrder) {
            Visitor who = mayEndItsSession(route) ? visitor(caller) : visitor;
            HttpResponse<String> answer = who.call(route, route.filled(stranger.ids), Map.of());
            assertThat(answer.statusCode()).as("%s %s", caller, route).isLessThan(500);
            passed.put(route.toString(), !turnedAway(route, answer));
            if (route.toString().equals("/me/reopening POST")) {
                // An objection closes the other sessions of the holder.
                visitor = visitor(caller);
            }
            Permission column = table.routes().get(route.toString());
            expected.put(
                    route.toString(),
                    column != null && table.granted().get(column).get(caller));
        }
        assertThat(passed).isNotEmpty().isEqualTo(expected);
    }

    private static boolean mayEndItsSession(Route route) {
        return !route.verb().equals("GET") && route.parameters().isEmpty();
    }

    private static boolean turnedAway(Route route, HttpResponse<String> answer) {
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            return true;
        }
        return route.verb().equals("GET")
                && answer.headers()
                        .firstValue("Location")
                        .map(to -> SIGN_IN_PAGES.contains(URI.create(to).getPath()))
                        .orElse(false);
    }

    private Visitor visitor(String caller) throws Exception {
        return new Visitor(server, "/claim", sessions -> cookies(caller, sessions));
    }

    private List<NewCookie> cookies(String caller, TestSessions sessions) {
        return switch (caller) {
            case "NETWORK_ADMIN" -> sessions.openDesk(own.network, own.networkAdmin);
            case "ORG_ADMIN" -> sessions.openDesk(own.organisation, own.admin);
            case "COUNSELLOR" -> sessions.openDesk(own.organisation, own.counsellor);
            case "EVALUATOR" -> sessions.openDesk(own.organisation, evaluator);
            case "PLACEMENT_OFFICER" -> sessions.openDesk(own.organisation, placement);
            case "BY_HAND" -> sessions.openDesk(own.organisation, byHand);
            case "ASLEEP" -> asleep(sessions);
            case "HOLDER" -> sessions.openHolder(own.holder);
            case "CLAIM" -> sessions.openClaim(own.organisation, UUID.fromString(own.ids.get("offer")));
            case "NOBODY" -> List.of();
            default -> throw new IllegalStateException("nobody knows how to be " + caller);
        };
    }

    /** A device handed over by the desk for its offer, with a holder's space open too. */
    private List<NewCookie> asleep(TestSessions sessions) {
        List<NewCookie> cookies = new ArrayList<>(sessions.openDesk(own.organisation, dozing));
        cookies.addAll(sessions.openHolder(own.holder));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE session SET asleep = true, offer_id = ? WHERE account_id = ?",
                        UUID.fromString(own.ids.get("offer")),
                        dozing.value()));
        return cookies;
    }
}
