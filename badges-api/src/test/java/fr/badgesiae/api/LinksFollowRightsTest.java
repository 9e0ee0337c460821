package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** No page of the desk offers a link or a button that its reader may not use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksFollowRightsTest {
    private static final Pattern LINK = Pattern.compile("(?:href|(method=\"post\" action))=\"(/app[^\"?#]*)");

    private TestServer server;
    private List<Route> guarded;
    private Tenant own;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        guarded = Route.of(server.resources()).stream()
                .filter(route -> route.permission().isPresent())
                .toList();
        own = new Tenant(server, "Deux-Rives", 4);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Each preset, and each right alone. */
    @TestFactory
    Stream<DynamicTest> everyReaderMayUseWhatTheyAreShown() {
        Stream<Set<Right>> presets = Stream.of(Role.COUNSELLOR, Role.EVALUATOR, Role.PLACEMENT_OFFICER)
                .map(Role::preset);
        Stream<Set<Right>> alone = Arrays.stream(Right.values()).map(Set::of);
        return Stream.concat(presets, alone)
                .distinct()
                .map(rights -> DynamicTest.dynamicTest(new TreeSet<>(rights).toString(), () -> reads(rights)));
    }

    private void reads(Set<Right> held) throws Exception {
        Rights rights = new Rights(false, held);
        AccountId member =
                server.member(own.organisation, "lecture-" + held.hashCode(), "COUNSELLOR", "une phrase assez longue");
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE membership SET rights = ? WHERE account_id = ?",
                        held.stream().map(Enum::name).toArray(String[]::new),
                        member.value()));
        Visitor visitor = new Visitor(server, "/claim", sessions -> sessions.openDesk(own.organisation, member));
        Set<String> refused = new TreeSet<>();
        int pages = 0;
        for (Route route : guarded) {
            if (route.verb().equals("GET") && rights.may(route.permission().orElseThrow())) {
                HttpResponse<String> page = visitor.get(route.filled(own.ids));
                pages += page.statusCode() == 200 ? 1 : 0;
                links(page.body(), rights).forEach(link -> refused.add(route.path() + " -> " + link));
            }
        }
        assertThat(pages).as("pages that were read").isGreaterThan(2);
        assertThat(refused).isEmpty();
    }

    private List<String> links(String page, Rights rights) {
        Matcher link = LINK.matcher(page);
        return link.results()
                .filter(found -> {
                    String verb = found.group(1) == null ? "GET" : "POST";
                    return guarded.stream()
                            .filter(route -> route.verb().equals(verb) && leadsTo(route, found.group(2)))
                            .findFirst()
                            .map(route -> route.permission().orElseThrow())
                            .filter(permission -> !rights.may(permission))
                            .isPresent();
                })
                .map(found -> found.group(2))
                .toList();
    }

    /** A route with a fixed name, such as {@code new}, before one with an id. */
    private boolean leadsTo(Route route, String address) {
        return route.leadsTo(address)
                && guarded.stream()
                        .filter(other -> other.verb().equals(route.verb()) && other.leadsTo(address))
                        .noneMatch(other ->
                                other.parameters().size() < route.parameters().size());
    }
}
