package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The information sheet comes before the first offer; what was written for the offer is not lost. */
class SheetBeforeOfferTest {
    private static final String NARRATIVE = "Peint seule un mur.";

    private static TestServer server;
    private static Tenant tenant;
    private static Visitor counsellor;
    private static Map<String, String> words;

    @BeforeAll
    static void open() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 1);
        counsellor = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        words = Map.of(
                "worker", tenant.ids.get("worker"), "version", tenant.ids.get("version"), "narrative", NARRATIVE);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void withoutSheet() {
        server.database()
                .owner()
                .useHandle(handle ->
                        handle.execute("UPDATE worker SET notice_given_on = NULL, information_sheet_id = NULL"));
    }

    private static Map<String, String> with(String choice, String day) {
        Map<String, String> all = new HashMap<>(words);
        all.put("noticeDay", choice);
        all.put("noticeOn", day);
        return all;
    }

    @Test
    void thePreviewAsksForTheSheet() throws Exception {
        assertThat(counsellor.post("/app/offers/preview", words).body())
                .contains("J’ai donné la feuille aujourd’hui", "noticeOn", "n’a pas encore reçu");
    }

    @Test
    void anOfferWithoutTheSheetIsAskedForItAndKept() throws Exception {
        HttpResponse<String> asked = counsellor.post("/app/offers", words);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("e-noticeDay", "value=\"" + NARRATIVE + "\"");
        HttpResponse<String> tomorrow = counsellor.post("/app/offers", with("other", "2999-01-01"));
        assertThat(tomorrow.statusCode()).isEqualTo(422);
        assertThat(tomorrow.body()).contains("e-noticeOn", "value=\"2999-01-01\"", "value=\"" + NARRATIVE + "\"");
    }

    @Test
    void aDayInThePastMakesTheOffer() throws Exception {
        HttpResponse<String> made = counsellor.post("/app/offers", with("other", "2026-03-02"));
        assertThat(made.statusCode()).isEqualTo(303);
        String offer =
                URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(counsellor.get("/app/workers/" + tenant.ids.get("worker")).body())
                .contains("2 mars 2026");
        assertThat(counsellor.post(offer + "/slip", Map.of()).body())
                .contains("Imprimer aussi la feuille")
                .doesNotContain("next-sheet");
        assertThat(counsellor.post(offer + "/slip", Map.of("sheet", "yes")).body())
                .contains("next-sheet", "nous regardons votre travail");
        assertThat(counsellor.post("/app/offers/preview", words).body()).doesNotContain("noticeOn");
    }

    @Test
    void aSheetGivenTodayIsPrintedWithTheSlip() throws Exception {
        String made = counsellor
                .post("/app/offers", with("today", ""))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String offer = URI.create(made).getPath();
        assertThat(counsellor.post(offer + "/slip", Map.of()).body()).contains("next-sheet");
        assertThat(counsellor.post(offer + "/slip", Map.of("large", "yes")).body())
                .doesNotContain("next-sheet");
    }
}
