package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.ListOffers;
import fr.badgesiae.api.offer.OfferDao;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.table.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of offers in each order: page after page, filtered, as a file, and by index among 20,000. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortedOffersTest {
    /** As a reader of French expects them. */
    private static final List<String> ALPHABET =
            List.of("accueillir", "Deux-Rives", "étaler", "Étaler", "Œuvrer", "Zinguer");

    private static final int COPIES = 110;

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
        name(few, "Deux-Rives");
        copy(few, COPIES, "(ARRAY['Zinguer', 'étaler', 'Œuvrer', 'Étaler', 'accueillir'])[1 + n % 5]");
        copy(many, 20_000, "'Badge ' || n % 300");
        server.database().owner().useHandle(handle -> handle.execute("ANALYZE offer, worker, achievement_version"));
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

    private void name(Tenant tenant, String name) {
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE achievement_version SET content = jsonb_set(content, '{name}', to_jsonb(CAST(? AS text)))"
                            + " WHERE id = ?",
                    name,
                    UUID.fromString(tenant.ids.get("version")));
            handle.execute("UPDATE offer SET achievement_version_id = achievement_version_id");
        });
    }

    /** Every second copy was cancelled. Their names are those of no version, so the trigger is off. */
    private void copy(Tenant tenant, int times, String name) {
        server.database().owner().useTransaction(handle -> {
            handle.execute("ALTER TABLE offer DISABLE TRIGGER badge_name_of_offer");
            new RowCopies(handle, times)
                    .of(
                            "offer",
                            UUID.fromString(tenant.ids.get("offer")),
                            "id",
                            RowCopies.id(tenant.ids.get("offer")),
                            "code_lookup",
                            "sha256(uuid_send(gen_random_uuid()))",
                            "badge_name",
                            name,
                            "created_at",
                            "t.created_at - (n / 2) * interval '1 day'",
                            "state",
                            "CASE WHEN n % 2 = 0 THEN 'CANCELLED' ELSE 'DECLINED' END",
                            "pin_hash",
                            "NULL",
                            "code_sealed",
                            "NULL",
                            "pin_sealed",
                            "NULL");
            handle.execute("ALTER TABLE offer ENABLE TRIGGER badge_name_of_offer");
        });
    }

    private static List<String> found(String page, String regex) {
        return Pattern.compile(regex)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> ids(String page) {
        return found(page, "<td role=\"cell\">\\s*<a href=\"/app/offers/([0-9a-f-]{36})");
    }

    private static List<String> names(String page) {
        return found(page, "data-label=\"Badge\">([^<]+)<");
    }

    /** All pages, followed by their links. */
    private List<String> walk(String path) throws Exception {
        List<String> seen = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            String page = desk.get(next).body();
            seen.addAll(ids(page));
            assertThat(seen).doesNotHaveDuplicates();
            List<String> more = found(page, "rel=\"next\" href=\"(/app/offers\\?[^\"]*)\"");
            next = more.isEmpty() ? "" : more.get(0).replace("&amp;", "&");
        }
        return seen;
    }

    /** The order that is expected, by values that are read and compared here. */
    private List<String> expected(String word, String condition) {
        List<Map<String, Object>> rows = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT CAST(id AS text) AS id, badge_name,"
                                        + " to_char(created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS day"
                                        + " FROM offer WHERE organisation_id = ?" + condition,
                                few.organisation.value())
                        .mapToMap()
                        .list());
        Comparator<Map<String, Object>> order = word.endsWith("badge")
                ? Comparator.comparingInt(row -> ALPHABET.indexOf(row.get("badge_name")))
                : Comparator.comparing(row -> String.valueOf(row.get("day")));
        List<String> sorted = rows.stream()
                .sorted(order.thenComparing(row -> String.valueOf(row.get("id"))))
                .map(row -> String.valueOf(row.get("id")))
                .collect(Collectors.toCollection(ArrayList::new));
        if (word.startsWith("-")) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    @ParameterizedTest
    @ValueSource(strings = {"badge", "-badge", "created", "-created"})
    void pagesShowEveryOfferOnceInOrder(String word) throws Exception {
        assertThat(walk("/app/offers?sort=" + word)).hasSizeGreaterThan(COPIES).isEqualTo(expected(word, ""));
        assertThat(walk("/app/offers?state=cancelled&sort=" + word))
                .hasSize(COPIES / 2)
                .isEqualTo(expected(word, " AND state = 'CANCELLED'"));
    }

    @Test
    void anOfferRepeatsTheNameOfItsBadge() {
        boolean repeated = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT o.badge_name = v.content ->> 'name' FROM offer o"
                                        + " JOIN achievement_version v ON v.id = o.achievement_version_id WHERE o.id = ?",
                                UUID.fromString(few.ids.get("offer")))
                        .mapTo(Boolean.class)
                        .one());
        assertThat(repeated).isTrue();
    }

    @Test
    void theHeaderLeadsToTheOtherDirectionAndKeepsTheFilter() throws Exception {
        assertThat(desk.get("/app/offers?state=cancelled&sort=badge").body())
                .contains(
                        "aria-sort=\"ascending\"",
                        "href=\"/app/offers?state=cancelled&amp;sort=-badge\"",
                        "href=\"/app/offers?state=cancelled\"",
                        "<option value=\"badge\" selected>");
        assertThat(desk.post("/app/offers/search", Map.of("words", "deux")).body())
                .doesNotContain("aria-sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "person", "BADGE", "--badge", "badge;", "%27"})
    void anUnknownOrderIsTheUsualOneAndAnUnknownCursorTheFirstPage(String word) throws Exception {
        List<String> usual = ids(desk.get("/app/offers").body());
        assertThat(usual).hasSize(50);
        assertThat(ids(desk.get("/app/offers?sort=" + word).body())).isEqualTo(usual);
        assertThat(ids(desk.get("/app/offers?sort=" + word + "&before=" + new UUID(7, 7))
                        .body()))
                .isEqualTo(usual);
    }

    @Test
    void theFileFollowsTheOrder() throws Exception {
        for (String word : List.of("badge", "-badge", "created")) {
            List<String> file = desk.post("/app/offers/list.csv", Map.of("sort", word))
                    .body()
                    .lines()
                    .skip(1)
                    .limit(50)
                    .map(line -> line.split(";", -1)[1])
                    .toList();
            assertThat(file)
                    .hasSize(50)
                    .isEqualTo(names(desk.get("/app/offers?sort=" + word).body()));
        }
    }

    @Test
    void eachOrderTakesTheSameStatements() throws Exception {
        Visitor busy = visitor(many);
        List<Integer> counts = new ArrayList<>();
        for (Visitor one : List.of(desk, busy)) {
            for (String query : List.of("", "?sort=created", "?sort=badge", "?sort=-badge")) {
                one.get("/app/offers" + query);
                counting.drain();
                one.get("/app/offers" + query);
                counts.add(counting.drain().size());
            }
        }
        assertThat(counts).containsOnly(counts.get(0));
    }

    @ParameterizedTest
    @CsvSource({"badge, offer_by_badge", "-badge, offer_by_badge", "created, offer_latest", "-created, offer_latest"})
    void anIndexServesTheFirstAndLaterPages(String word, String index) {
        Sort<ListOffers.Column> sort = Sort.of(word, ListOffers.NEWEST_FIRST);

        assertThat(sort.word()).isEqualTo(word);
        assertThat(plan(sort, "")).contains(index).doesNotContain("Sort", "Seq Scan on offer");
        assertThat(plan(sort, sort.after("o", "offer")))
                .containsPattern(index + "[^\\n]* on offer o[^\\n]*\\n *Index Cond: [^\\n]*ROW\\(")
                .doesNotContain("Sort", "Seq Scan on offer");
    }

    /** As the service reads: its role, under the policies. */
    private String plan(Sort<ListOffers.Column> sort, String filters) {
        return server.database().database().inOrganisation(many.organisation, handle -> {
            assertThat(handle.select("SELECT current_user").mapTo(String.class).one())
                    .isEqualTo("badges_app");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN (COSTS OFF) " + OfferDao.SORTED)
                            .define("filters", filters)
                            .define("order", sort.orderBy("o"))
                            .bind("organisation", many.organisation.value())
                            .bind("after", UUID.fromString(many.ids.get("offer")))
                            .bind("limit", 51)
                            .mapTo(String.class)
                            .list());
        });
    }
}
