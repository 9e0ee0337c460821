package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.request.ListRequests;
import fr.badgesiae.api.request.RequestDao;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of requests from the newest or from the oldest: page after page, filtered, and by index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortedRequestsTest {
    private static final int REQUESTS = 120;

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        desk.update("DELETE FROM badge_request WHERE organisation_id = ?", desk.own.organisation.value());
        desk.update(
                "INSERT INTO badge_request (id, organisation_id, worker_id, words, state, to_read_at, closed_at,"
                        + " created_at, updated_at) SELECT gen_random_uuid(), ?, ?::uuid, 'Je peins.',"
                        + " CASE WHEN n % 2 = 0 THEN 'WITHDRAWN' ELSE 'SENT' END, now(),"
                        + " CASE WHEN n % 2 = 0 THEN now() END, now() - (n / 3) * interval '1 hour', now()"
                        + " FROM generate_series(1, " + REQUESTS + ") n",
                desk.own.organisation.value(),
                desk.own.ids.get("worker"));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static List<String> found(String page, String regex) {
        return Pattern.compile(regex)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> ids(String page) {
        return found(page, "scope=\"row\"><a href=\"/app/requests/([0-9a-f-]{36})\"");
    }

    private List<String> walk(String path) throws Exception {
        List<String> seen = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            String page = desk.member.get(next).body();
            seen.addAll(ids(page));
            assertThat(seen).doesNotHaveDuplicates();
            List<String> more = found(page, "rel=\"next\" href=\"(/app/requests\\?[^\"]*)\"");
            next = more.isEmpty() ? "" : more.get(0).replace("&amp;", "&");
        }
        return seen;
    }

    private List<String> expected(String condition) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT CAST(id AS text) FROM badge_request WHERE organisation_id = ?" + condition
                                        + " ORDER BY extract(epoch FROM created_at), CAST(id AS text) COLLATE \"C\"",
                                desk.own.organisation.value())
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void pagesShowEveryRequestOnceInOrder() throws Exception {
        List<String> oldest = expected("");
        List<String> newest = new ArrayList<>(oldest);
        Collections.reverse(newest);

        assertThat(walk("/app/requests?state=all&sort=created"))
                .hasSize(REQUESTS)
                .isEqualTo(oldest);
        assertThat(walk("/app/requests?state=all")).isEqualTo(newest);
        assertThat(walk("/app/requests?state=sent&sort=created"))
                .hasSize(REQUESTS / 2)
                .isEqualTo(expected(" AND state = 'SENT'"));
    }

    @Test
    void theHeaderLeadsToTheOtherDirectionAndAnUnknownCursorToTheFirstPage() throws Exception {
        assertThat(desk.member.get("/app/requests?state=all").body())
                .contains("aria-sort=\"descending\"", "href=\"/app/requests?state=all&amp;sort=created\"");
        assertThat(desk.member.get("/app/requests?state=all&sort=created").body())
                .contains("aria-sort=\"ascending\"", "href=\"/app/requests?state=all\"");
        assertThat(ids(desk.member
                        .get("/app/requests?state=all&sort=created&before=" + new UUID(7, 7))
                        .body()))
                .isEqualTo(expected("").subList(0, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "-created"})
    void anIndexServesTheFirstAndLaterPages(String word) {
        Sort<ListRequests.Column> sort = Sort.of(word, ListRequests.NEWEST_FIRST);

        assertThat(plan(sort, "")).contains("badge_request_latest").doesNotContain("Sort");
        assertThat(plan(sort, sort.after("r", "badge_request")))
                .containsPattern("badge_request_latest[^\\n]* on badge_request r[^\\n]*\\n *Index Cond: [^\\n]*ROW\\(")
                .doesNotContain("Sort");
    }

    /** As the service reads: its role, under the policies. */
    private String plan(Sort<ListRequests.Column> sort, String filters) {
        return desk.server.database().database().inOrganisation(desk.own.organisation, handle -> {
            handle.execute("SET LOCAL enable_seqscan = off");
            handle.execute("SET LOCAL enable_bitmapscan = off");
            handle.execute("SET LOCAL enable_hashjoin = off");
            handle.execute("SET LOCAL enable_mergejoin = off");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN (COSTS OFF) " + RequestDao.SORTED)
                            .define("filters", filters)
                            .define("order", sort.orderBy("r"))
                            .bind("organisation", desk.own.organisation.value())
                            .bind("after", new UUID(1, 1))
                            .bind("limit", 51)
                            .mapTo(String.class)
                            .list());
        });
    }
}
