package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Permission;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every route declares who may use it, and none gives access to another organisation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private static final Set<Permission> DESK = Set.of(
            Permission.DESK,
            Permission.PROPOSE,
            Permission.AWARD,
            Permission.PRINT,
            Permission.REVOKE,
            Permission.PUBLISH,
            Permission.WORKER_NAMES,
            Permission.SENSITIVE,
            Permission.ORGANISATION,
            Permission.SIGNED_IN);

    private TestServer server;
    private List<Route> routes;
    private Tenant stranger;
    private Visitor member;
    private Visitor network;
    private Visitor holder;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        routes = Route.of(server.resources());
        Tenant own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        member = member(own);
        network = new Visitor(
                server, "/app/organisations/new", sessions -> sessions.openDesk(own.network, own.networkAdmin));
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder));
    }

    private Visitor member(Tenant tenant) throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private List<Route> asking(Set<Permission> permissions, boolean withParameters) {
        return routes.stream()
                .filter(route ->
                        route.permission().filter(permissions::contains).isPresent())
                .filter(route -> route.parameters().isEmpty() != withParameters)
                .toList();
    }

    @Test
    void everyRouteSaysWhoMayTakeIt() {
        assertThat(routes).hasSizeGreaterThan(80);
        List<Route> silent = routes.stream()
                .filter(route -> route.handler().isAnnotationPresent(Allowed.class)
                        == route.handler().isAnnotationPresent(Open.class))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void everyRouteOfTheDeskIsGuarded() {
        assertThat(routes)
                .filteredOn(route -> route.path().startsWith("/app"))
                .hasSizeGreaterThan(40)
                .allMatch(route -> route.permission().isPresent());
    }

    @Test
    void thisTestKnowsEveryParameterOfAGuardedRoute() {
        Set<String> names = routes.stream()
                .filter(route -> route.permission().isPresent())
                .flatMap(route -> route.parameters().stream())
                .collect(Collectors.toSet());
        assertThat(stranger.ids).containsKeys(names.toArray(new String[0]));
    }

    @Test
    void aMemberDoesNotFindWhatIsAnotherOrganisations() throws Exception {
        List<Route> desk = asking(DESK, true);
        assertThat(desk).hasSizeGreaterThan(30);
        notFound(member, desk);
    }

    @Test
    void aNetworkDoesNotFindAnotherNetworksOrganisation() throws Exception {
        List<Route> guarded = asking(Set.of(Permission.NETWORK), true);
        assertThat(guarded).isNotEmpty();
        notFound(network, guarded);
    }

    @Test
    void aHolderDoesNotFindAnotherHoldersBadgesAndLinks() throws Exception {
        List<Route> space = asking(Set.of(Permission.HOLDER), true);
        assertThat(space).isNotEmpty();
        notFound(holder, space);
    }

    private void notFound(Visitor visitor, List<Route> guarded) throws Exception {
        for (Route route : guarded) {
            HttpResponse<String> answer =
                    visitor.call(route, route.filled(stranger.ids), Map.of("label", "Un employeur", "days", "90"));
            assertThat(answer.statusCode()).as(route.toString()).isEqualTo(404);
            assertThat(answer.body()).as(route.toString()).doesNotContain("Zéphyrine");
        }
    }

    /** A wrongly filled path would also answer 404 and look protected. */
    @Test
    void itsOwnMemberFindsAllOfIt() throws Exception {
        Tenant third = new Tenant(server, "Port-Neuf", 6);
        Visitor own = member(third);
        for (Route route : asking(DESK, true)) {
            if (route.verb().equals("GET")) {
                HttpResponse<String> answer = own.call(route, route.filled(third.ids), Map.of());
                if (route.toString().equals("/app/imports/{import}/take-back GET")) {
                    // Nobody was added yet: there is nothing to take back.
                    assertThat(AwardRunFixture.led(answer)).isEqualTo("/app/imports/" + third.ids.get("import"));
                    continue;
                }
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void idsInQueriesAndFormsOpenNothingOfAnotherOrganisation() throws Exception {
        Map<String, String> fields = new HashMap<>(stranger.ids);
        fields.put("narrative", "Peint un mur.");
        List<Route> desk = asking(DESK, false);
        assertThat(desk).hasSizeGreaterThan(20);
        for (Route route : desk) {
            if (route.verb().equals("GET")) {
                for (String cursor : List.of("worker", "credential", "offer", "achievement", "member")) {
                    String id = stranger.ids.get(cursor);
                    String query = "?after=" + id + "&before=" + id + "&worker=" + id + "&badge=" + id;
                    nothingOfTheirs(route, member.call(route, route.path() + query, Map.of()));
                }
            } else {
                nothingOfTheirs(route, member.call(route, route.path(), fields));
            }
        }
    }

    private static void nothingOfTheirs(Route route, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(route.toString()).isLessThan(500);
        assertThat(answer.body()).as(route.toString()).doesNotContain("Zéphyrine");
    }
}
