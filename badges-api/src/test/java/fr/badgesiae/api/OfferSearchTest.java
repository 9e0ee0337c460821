package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Offers found by part of the name of their worker or of their badge; no name stands in an address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferSearchTest {
    private static final String SEARCH = "/app/offers/search";

    private TestServer server;
    private Tenant tenant;
    private Tenant neighbour;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        neighbour = new Tenant(server, "Trois-Ponts", 5);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> search(String words) throws Exception {
        Tab tab = Tab.signedIn(server, "conseil-4");
        HttpResponse<String> answer =
                tab.post(SEARCH, Tab.fields(tab.get("/app/offers"), SEARCH, Map.of("words", words)));
        assertThat(Tab.location(answer)).startsWith("/answers/");
        return tab.follow(answer);
    }

    private static long lines(HttpResponse<String> page) {
        return Pattern.compile("<th role=\"rowheader\"")
                .matcher(page.body())
                .results()
                .count();
    }

    @Test
    void anOfferIsFoundByItsWorkerOrItsBadge() throws Exception {
        String own = "/app/offers/" + tenant.ids.get("offer");
        for (String words : new String[] {"alix", "  RIVES alix ", "peindré"}) {
            HttpResponse<String> page = search(words);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).as(words).contains(own).doesNotContain("Trois-Ponts");
        }
        assertThat(search("alix").body()).contains("value=\"alix\"");
        assertThat(search("zz").body()).contains("ne porte ce nom").doesNotContain(own);
        assertThat(search("Ponts").body()).doesNotContain(neighbour.ids.get("offer"));
        assertThat(lines(search("%"))).as("no wildcard").isZero();
    }

    @Test
    void emptyWordsFindWhatTheListShows() throws Exception {
        Tab tab = Tab.signedIn(server, "conseil-4");
        assertThat(lines(
                        tab.follow(tab.post(SEARCH, Tab.fields(tab.get("/app/offers"), SEARCH, Map.of("words", " "))))))
                .isEqualTo(lines(tab.get("/app/offers")))
                .isPositive();
    }

    @Test
    void fiftyOffersAreShownAndTheRestIsAskedFor() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state,"
                                + " offered_by, created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash)"
                                + " SELECT gen_random_uuid(), organisation_id, worker_id, achievement_version_id,"
                                + " narrative, 'CANCELLED', offered_by, created_at, offered_at, updated_at, ends_at,"
                                + " decode(repeat(md5(n::text), 2), 'hex'), NULL FROM offer, generate_series(1, 60) n"
                                + " WHERE id = ?",
                        UUID.fromString(neighbour.ids.get("offer"))));
        Tab tab = Tab.signedIn(server, "conseil-5");
        HttpResponse<String> page =
                tab.follow(tab.post(SEARCH, Tab.fields(tab.get("/app/offers"), SEARCH, Map.of("words", "ponts"))));
        assertThat(lines(page)).isEqualTo(50);
        assertThat(page.body()).contains("Précisez le nom");
    }
}
