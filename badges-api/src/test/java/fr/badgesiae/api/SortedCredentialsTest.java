package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialDao;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.ListCredentials;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.table.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of awarded badges in each order: page after page, filtered, as a file, and by index among 20,000. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortedCredentialsTest {
    /** As a reader of French expects them. */
    private static final List<String> ALPHABET =
            List.of("accueillir", "Accueillir", "Deux-Rives", "étaler", "Étaler", "Eteindre", "Œuvrer", "Zinguer");

    private static final String NAMES =
            "(ARRAY['Zinguer', 'Étaler', 'accueillir', 'Zinguer', 'Eteindre', 'Œuvrer', 'étaler',"
                    + " 'Zinguer', 'Accueillir'])[n]";

    private static final ListCredentials.Filter ALL = ListCredentials.Filter.of(null, null, null);

    private TestServer server;
    private CountingDataSource counting;
    private Tenant few;
    private Tenant many;
    private Visitor desk;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start(source -> {
            counting = new CountingDataSource(source, thread -> thread.getName().startsWith("dw-"));
            return counting;
        });
        few = new Tenant(server, "Deux-Rives", 1);
        many = new Tenant(server, "Trois-Rives", 2);
        server.database().owner().useTransaction(handle -> {
            withoutAwards(handle);
            copy(handle, few, 9, NAMES, "t.issued_at - (n / 2) * interval '1 day'");
            copy(handle, many, 20_000, "'Badge ' || n % 300", "t.issued_at - n * interval '1 minute'");
        });
        server.database().owner().useHandle(handle -> handle.execute("ANALYZE credential"));
        desk = visitor(few);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor(Tenant tenant) throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }

    /** The awards of the copies play no part here. */
    private static void withoutAwards(Handle handle) {
        handle.select("SELECT conname FROM pg_constraint WHERE conrelid = 'credential'::regclass"
                        + " AND confrelid = 'award'::regclass")
                .mapTo(String.class)
                .list()
                .forEach(name -> handle.execute("ALTER TABLE credential DROP CONSTRAINT " + name));
    }

    /** Every second copy is taken back. */
    private static void copy(Handle handle, Tenant tenant, int times, String name, String issued) {
        new RowCopies(handle, times)
                .of(
                        "credential",
                        UUID.fromString(tenant.ids.get("credential")),
                        "id",
                        RowCopies.id(tenant.ids.get("credential")),
                        "award_id",
                        "gen_random_uuid()",
                        "status_index",
                        "t.status_index + n",
                        "achievement_name",
                        name,
                        "issued_at",
                        issued,
                        "state",
                        "CASE WHEN n % 2 = 0 THEN 'REVOKED' ELSE 'ISSUED' END",
                        "revoked_at",
                        "CASE WHEN n % 2 = 0 THEN now() END",
                        "public_reason",
                        "CASE WHEN n % 2 = 0 THEN 'WRONG_CONTENT' END");
    }

    private List<UUID> pagesOfTwo(Sort<ListCredentials.Column> sort, ListCredentials.Filter filter) {
        ListCredentials list = new ListCredentials(
                server.database().database(), server.platform().clock(), 2);
        List<UUID> seen = new ArrayList<>();
        Optional<CredentialId> next = Optional.empty();
        do {
            ListCredentials.Found found = list.apply(few.organisation, filter, sort, next.orElse(null));
            assertThat(found.lines()).hasSizeLessThanOrEqualTo(2);
            found.lines().forEach(line -> seen.add(line.id()));
            next = found.next();
        } while (next.isPresent());
        return seen;
    }

    /** The badges of the small organisation in an order, sorted here instead of by the database. */
    private List<UUID> expected(Sort<ListCredentials.Column> sort, boolean revokedOnly) {
        Comparator<ListCredentials.Line> order = sort.column() == ListCredentials.Column.BADGE
                ? Comparator.comparing(line -> ALPHABET.indexOf(line.achievementName()))
                : Comparator.comparing(ListCredentials.Line::issuedAt);
        order = order.thenComparing(line -> line.id().toString());
        return new ListCredentials(
                        server.database().database(), server.platform().clock(), 100)
                .apply(few.organisation, ALL, ListCredentials.NEWEST_FIRST, null).lines().stream()
                        .filter(line -> !revokedOnly || line.revokedAt() != null)
                        .sorted(sort.down() ? order.reversed() : order)
                        .map(ListCredentials.Line::id)
                        .toList();
    }

    private static List<String> names(String page) {
        return Pattern.compile("data-label=\"Badge\">([^<]+)<")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"badge", "-badge", "issued", "-issued"})
    void pagesOfTwoShowEveryBadgeOnceInOrder(String word) {
        Sort<ListCredentials.Column> sort = Sort.of(word, ListCredentials.NEWEST_FIRST);

        assertThat(sort.word()).isEqualTo(word);
        assertThat(pagesOfTwo(sort, ALL)).hasSize(10).isEqualTo(expected(sort, false));
        assertThat(pagesOfTwo(sort, ListCredentials.Filter.of("revoked", null, null)))
                .hasSize(4)
                .isEqualTo(expected(sort, true));
    }

    @Test
    void theHeaderLeadsToTheOtherDirectionAndKeepsTheFilter() throws Exception {
        String up = desk.get("/app/credentials?state=revoked&sort=badge").body();
        assertThat(names(up)).containsExactly("Étaler", "Œuvrer", "Zinguer", "Zinguer");
        assertThat(up)
                .contains(
                        "aria-sort=\"ascending\"",
                        "href=\"/app/credentials?state=revoked&amp;sort=-badge\"",
                        "href=\"/app/credentials?state=revoked\"",
                        "<option value=\"badge\" selected>");

        String down = desk.get("/app/credentials?state=revoked&sort=-badge").body();
        assertThat(names(down)).containsExactly("Zinguer", "Zinguer", "Œuvrer", "Étaler");
        assertThat(down).contains("aria-sort=\"descending\"", "href=\"/app/credentials?state=revoked&amp;sort=badge\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "person", "BADGE", "--badge", "badge;", "%27"})
    void anUnknownOrderIsTheUsualOne(String word) throws Exception {
        assertThat(names(desk.get("/app/credentials?sort=" + word).body()))
                .hasSize(10)
                .isEqualTo(names(desk.get("/app/credentials?sort=-issued").body()));
    }

    @Test
    void theFileFollowsTheOrder() throws Exception {
        for (String word : List.of("badge", "-badge")) {
            List<String> file = desk.post("/app/credentials/list.csv", Map.of("sort", word))
                    .body()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1)[1])
                    .toList();
            assertThat(file)
                    .hasSize(10)
                    .isEqualTo(names(desk.get("/app/credentials?sort=" + word).body()));
        }
        assertThat(desk.get("/app/credentials?sort=-badge").body())
                .contains("<input type=\"hidden\" name=\"sort\" value=\"-badge\">");
    }

    @Test
    void eachOrderTakesTheSameStatementsAndGoesOn() throws Exception {
        Visitor busy = visitor(many);
        List<Integer> counts = new ArrayList<>();
        for (Visitor one : List.of(desk, busy)) {
            for (String query : List.of("", "?sort=issued", "?sort=badge", "?sort=-badge")) {
                one.get("/app/credentials" + query);
                counting.drain();
                one.get("/app/credentials" + query);
                counts.add(counting.drain().size());
            }
        }
        assertThat(counts).containsOnly(counts.get(0));

        String first = busy.get("/app/credentials?sort=badge").body();
        String last = first.replaceAll("(?s).*\"/app/credentials\\?sort=badge&amp;after=([0-9a-f-]{36})\".*", "$1");
        String second = busy.get("/app/credentials?sort=badge&after=" + last).body();
        assertThat(names(first)).hasSize(50).containsOnly("Badge 0");
        assertThat(names(second)).hasSize(50).contains("Badge 0", "Badge 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badge", "-badge", "issued", "-issued"})
    void anIndexServesTheFirstAndLaterPages(String word) {
        Sort<ListCredentials.Column> sort = Sort.of(word, ListCredentials.NEWEST_FIRST);
        String index = word.endsWith("badge") ? "credential_by_badge" : "credential_issued";

        assertThat(plan(sort, "")).contains(index).doesNotContain("Sort", "Seq Scan on credential");
        assertThat(plan(sort, sort.after("c", "credential")))
                .containsPattern(index + "[^\\n]* on credential c[^\\n]*\\n *Index Cond: [^\\n]*ROW\\(")
                .doesNotContain("Sort", "Seq Scan on credential");
    }

    /** As the service reads: its role, under the policies. */
    private String plan(Sort<ListCredentials.Column> sort, String filters) {
        return server.database().database().inOrganisation(many.organisation, handle -> {
            assertThat(handle.select("SELECT current_user").mapTo(String.class).one())
                    .isEqualTo("badges_app");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN (COSTS OFF) " + CredentialDao.LINE + "ORDER BY <order> LIMIT 51")
                            .define("filters", filters)
                            .define("order", sort.orderBy("c"))
                            .bind("organisation", many.organisation.value())
                            .bind("after", UUID.fromString(many.ids.get("credential")))
                            .mapTo(String.class)
                            .list());
        });
    }
}
