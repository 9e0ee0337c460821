package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.person.PeopleColumn;
import fr.badgesiae.api.person.PersonDao;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.table.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of people in each order: page after page, filtered, as a file, and by index among 20,000. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortedPeopleTest {
    /** As a reader of French expects them; one is in capitals. */
    private static final List<String> ALPHABET =
            List.of("d’Arc", "Deux-Rives", "élan", "ÉLAN", "Etna", "Étna", "Œuvrard", "Zola");

    private static final int COPIES = 70;

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
        copy(
                few,
                COPIES,
                "(ARRAY['Zola', 'ÉLAN', 'Œuvrard', 'élan', 'Étna', 'd’Arc', 'Etna'])[1 + n % 7]",
                "'Alix ' || chr(65 + n % 9)");
        copy(many, 20_000, "'Exemple ' || n % 300", "'Alix'");
        server.database().owner().useHandle(handle -> handle.execute("ANALYZE worker"));
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

    /** Every second copy was not given the information sheet; every fifth is a volunteer. */
    private void copy(Tenant tenant, int times, String last, String first) {
        server.database().owner().useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM worker w WHERE organisation_id = ? AND id <> ?"
                            + " AND NOT EXISTS (SELECT FROM offer o WHERE o.worker_id = w.id)",
                    tenant.organisation.value(),
                    UUID.fromString(tenant.ids.get("worker")));
            new RowCopies(handle, times)
                    .of(
                            "worker",
                            UUID.fromString(tenant.ids.get("worker")),
                            "id",
                            RowCopies.id(tenant.ids.get("worker")),
                            "subject_id",
                            "gen_random_uuid()",
                            "holder_id",
                            "NULL",
                            "last_name",
                            last,
                            "first_name",
                            first,
                            "notice_given_on",
                            "CASE WHEN n % 2 = 0 THEN current_date - n % 12 END",
                            "information_sheet_id",
                            "NULL",
                            "kind",
                            "CASE WHEN n % 5 = 0 THEN 'VOLUNTEER' ELSE 'WORKER' END",
                            "created_at",
                            "now() - (n % 11) * interval '1 day'");
        });
    }

    private static List<String> found(String page, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(page);
        return matcher.results().map(match -> match.group(1)).toList();
    }

    private static List<String> ids(String page) {
        return found(page, "scope=\"row\"><a href=\"/app/workers/([0-9a-f-]{36})\"");
    }

    /** All pages, followed by their links. */
    private List<String> walk(String path) throws Exception {
        List<String> seen = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            String page = desk.get(next).body();
            seen.addAll(ids(page));
            assertThat(seen).doesNotHaveDuplicates();
            List<String> more = found(page, "rel=\"next\" href=\"(/app/workers\\?[^\"]*)\"");
            next = more.isEmpty() ? "" : more.get(0).replace("&amp;", "&");
        }
        return seen;
    }

    /** The order that is expected, by values that are read and compared here. */
    private List<String> expected(String word, String condition) {
        String value = word.endsWith("added")
                ? "to_char(created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')"
                : word.endsWith("notice")
                        ? "coalesce(to_char(notice_given_on, 'YYYYMMDD'), 'later')"
                        : "lower(last_name) || '/' || lower(first_name)";
        List<Map<String, Object>> rows = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT CAST(id AS text) AS id, " + value + " AS value, last_name FROM worker"
                                        + " WHERE organisation_id = ? AND erased_at IS NULL" + condition,
                                few.organisation.value())
                        .mapToMap()
                        .list());
        List<String> lower = ALPHABET.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        List<String> order = rows.stream()
                .sorted(Comparator.<Map<String, Object>>comparingInt(row -> word.endsWith("name")
                                ? lower.indexOf(
                                        String.valueOf(row.get("last_name")).toLowerCase(Locale.ROOT))
                                : 0)
                        .thenComparing(row -> String.valueOf(row.get("value")))
                        .thenComparing(row -> String.valueOf(row.get("id"))))
                .map(row -> String.valueOf(row.get("id")))
                .collect(Collectors.toCollection(ArrayList::new));
        if (word.startsWith("-")) {
            Collections.reverse(order);
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "notice", "-notice", "added", "-added"})
    void pagesShowEverybodyOnceInOrder(String word) throws Exception {
        String own = " AND last_name <> 'x'";
        assertThat(walk("/app/workers?sort=" + word)).isEqualTo(expected(word, own));
        assertThat(walk("/app/workers?kind=worker&sort=" + word))
                .hasSizeGreaterThan(50)
                .isEqualTo(expected(word, own + " AND kind = 'WORKER'"));
    }

    @Test
    void theHeaderLeadsToTheOtherDirectionAndKeepsTheFilter() throws Exception {
        String usual = desk.get("/app/workers?notice=missing").body();
        assertThat(usual)
                .contains(
                        "aria-sort=\"ascending\"",
                        "href=\"/app/workers?notice=missing&amp;sort=-name\"",
                        "href=\"/app/workers?notice=missing&amp;sort=-notice\"",
                        "<option value=\"name\" selected>");
        assertThat(desk.get("/app/workers?notice=missing&sort=-name").body())
                .contains("aria-sort=\"descending\"", "href=\"/app/workers?notice=missing\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last_name", "NAME", "--name", "name;", "%27"})
    void anUnknownOrderIsTheUsualOne(String word) throws Exception {
        assertThat(ids(desk.get("/app/workers?sort=" + word).body()))
                .hasSize(50)
                .isEqualTo(ids(desk.get("/app/workers").body()));
    }

    @Test
    void whatASearchFindsStandsByName() throws Exception {
        assertThat(desk.post("/app/workers/search", Map.of("words", "zola")).body())
                .doesNotContain("aria-sort");
    }

    @Test
    void theFileFollowsTheOrder() throws Exception {
        for (String word : List.of("name", "-name", "-added")) {
            List<String> file = desk.post("/app/workers/list.csv", Map.of("sort", word, "kind", "volunteer"))
                    .body()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1)[1])
                    .toList();
            List<String> page = found(
                    desk.get("/app/workers?kind=volunteer&sort=" + word).body(),
                    "scope=\"row\"><a[^>]*>Alix . ([^<]*)<");
            assertThat(file).hasSize(COPIES / 5).isEqualTo(page);
        }
    }

    @Test
    void eachOrderTakesTheSameStatements() throws Exception {
        Visitor busy = visitor(many);
        List<Integer> counts = new ArrayList<>();
        for (Visitor one : List.of(desk, busy)) {
            for (String query : List.of("", "?sort=-name", "?sort=notice", "?sort=-added")) {
                one.get("/app/workers" + query);
                counting.drain();
                one.get("/app/workers" + query);
                counts.add(counting.drain().size());
            }
        }
        assertThat(counts).containsOnly(counts.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "name, worker_sorted_by_name",
        "-name, worker_sorted_by_name",
        "notice, worker_sorted_by_notice",
        "-notice, worker_sorted_by_notice",
        "added, worker_sorted_by_creation",
        "-added, worker_sorted_by_creation"
    })
    void anIndexServesTheFirstAndLaterPages(String word, String index) {
        Sort<PeopleColumn> sort = Sort.of(word, PeopleColumn.BY_NAME);

        assertThat(sort.word()).isEqualTo(word);
        assertThat(plan(sort, "")).contains(index).doesNotContain("Sort", "Seq Scan on worker");
        assertThat(plan(sort, sort.after("w", "worker")))
                .containsPattern(index + "[^\\n]* on worker w[^\\n]*\\n *Index Cond: [^\\n]*ROW\\(")
                .doesNotContain("Sort", "Seq Scan on worker");
    }

    /** As the service reads: its role, under the policies. */
    private String plan(Sort<PeopleColumn> sort, String conditions) {
        return server.database().database().inOrganisation(many.organisation, handle -> {
            assertThat(handle.select("SELECT current_user").mapTo(String.class).one())
                    .isEqualTo("badges_app");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN (COSTS OFF) " + PersonDao.SORTED)
                            .define("conditions", conditions)
                            .define("order", sort.orderBy("w"))
                            .bind("organisation", many.organisation.value())
                            .bind("after", UUID.fromString(many.ids.get("worker")))
                            .bind("limit", 51)
                            .mapTo(String.class)
                            .list());
        });
    }
}
