package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.table.TableReader;
import fr.badgesiae.api.platform.table.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of the desk as files: what the page shows, on all its pages, and a line in the journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListFilesTest {
    private ImportFixture desk;
    private Visitor direction;

    @BeforeAll
    void start() throws Exception {
        desk = new ImportFixture();
        direction = new Visitor(
                desk.server, "/app/workers/new", sessions -> sessions.openDesk(desk.own.organisation, desk.own.admin));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private long lines(String code) {
        return desk.count("audit_event WHERE code = ? AND organisation_id = ?", code, desk.own.organisation.value());
    }

    private static List<TableRow> rows(byte[] file) throws Exception {
        List<TableRow> rows = new ArrayList<>();
        TableReader.read(file, rows::add);
        return rows;
    }

    @Test
    void everybodyOfTheListIsInTheFileWhateverThePage() throws Exception {
        desk.update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on, created_at,"
                        + " updated_at) SELECT gen_random_uuid(), ?, 'Alix', 'Fichier ' || n, gen_random_uuid(),"
                        + " CASE WHEN n = 1 THEN current_date END, now(), now() FROM generate_series(1, 1100) n",
                desk.own.organisation.value());
        desk.update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, '=1+1', 'Formule', gen_random_uuid(), now(), now())",
                desk.own.organisation.value());
        long before = lines("PEOPLE_LIST_TAKEN");

        String file = direction.post("/app/workers/list.csv", Map.of()).body();

        assertThat(file).startsWith("\uFEFFPrénom;Nom;Situation;Feuille d’information\r\n");
        long everybody = desk.count("worker WHERE organisation_id = ?", desk.own.organisation.value());
        assertThat(rows(file.getBytes(StandardCharsets.UTF_8))).hasSize((int) everybody + 1);
        assertThat(file).contains("'=1+1;Formule").doesNotContain("Trois-Rives");
        assertThat(rows(direction.bytes("/app/workers/list.xlsx"))).hasSize((int) everybody + 1);
        assertThat(direction
                        .post("/app/workers/list.csv", Map.of("notice", "missing"))
                        .body())
                .doesNotContain("Fichier 1;")
                .contains("Fichier 2;");
        assertThat(direction
                        .post("/app/workers/list.csv", Map.of("words", "fichier 1100"))
                        .body())
                .contains("Fichier 1100;")
                .doesNotContain("Formule");
        assertThat(lines("PEOPLE_LIST_TAKEN")).isEqualTo(before + 4);
    }

    @Test
    void offersAndBadgesKeepTheirFilters() throws Exception {
        String offers = direction.post("/app/offers/list.csv", Map.of()).body();
        assertThat(offers).contains("Deux-Rives").doesNotContain("Trois-Rives");
        assertThat(direction
                        .post("/app/offers/list.csv", Map.of("state", "declined"))
                        .body())
                .doesNotContain("Deux-Rives");
        String badges = direction.post("/app/credentials/list.csv", Map.of()).body();
        assertThat(badges).contains("Deux-Rives").doesNotContain("Trois-Rives");
        assertThat(direction
                        .post("/app/credentials/list.csv", Map.of("state", "revoked"))
                        .body())
                .doesNotContain("Deux-Rives");
        assertThat(lines("OFFER_LIST_TAKEN")).isGreaterThanOrEqualTo(2);
        assertThat(lines("BADGE_LIST_TAKEN")).isGreaterThanOrEqualTo(2);
    }

    private String printed(String list, Map<String, String> fields) throws Exception {
        var answer = direction.post(list + "/print", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aPrintedListSaysWhatItShowsAndEndsAtItsBound() throws Exception {
        desk.update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, kind, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), ?, 'Alix', 'Papier ' || n, gen_random_uuid(), 'TRAINEE', now(), now()"
                        + " FROM generate_series(1, 501) n",
                desk.own.organisation.value());
        long before = lines("PEOPLE_LIST_TAKEN");

        String page = printed("/app/workers", Map.of("kind", "trainee", "sort", "-added"));

        assertThat(page.split("rowheader", -1)).hasSize(501);
        assertThat(page)
                .contains(
                        "Papier 1<",
                        "Choix\u00a0: Stagiaire",
                        "Ordre – Dossier créé le\u00a0: du plus récent au plus ancien",
                        "Cette page montre les 500 premières lignes. Le fichier les contient toutes.")
                .doesNotContain("Fichier ", "Trois-Rives");
        assertThat(lines("PEOPLE_LIST_TAKEN")).isEqualTo(before + 1);
        assertThat(printed("/app/workers", Map.of("words", "papier 501")))
                .contains("Choix\u00a0: papier 501", "Papier 501<")
                .doesNotContain("Cette page montre");
    }

    @Test
    void printedOffersAndBadgesKeepTheirFilters() throws Exception {
        String badge = desk.own.ids.get("achievement");
        assertThat(printed("/app/offers", Map.of("badge", badge)))
                .contains("Choix\u00a0: ", "Deux-Rives")
                .doesNotContain("Trois-Rives");
        assertThat(printed("/app/offers", Map.of("state", "declined"))).doesNotContain("rowheader");
        assertThat(printed("/app/credentials", Map.of("badge", badge)))
                .contains("Choix\u00a0: ", "Deux-Rives")
                .doesNotContain("Trois-Rives");
        assertThat(printed("/app/credentials", Map.of("state", "revoked"))).doesNotContain("rowheader");
    }

    @Test
    void theJournalTellsWhoTookIt() throws Exception {
        direction.post("/app/journal/list.csv", Map.of());

        assertThat(direction
                        .post("/app/journal/list.csv", Map.of("kind", "data"))
                        .body())
                .contains("direction-1 a téléchargé le journal en fichier.");
        assertThat(direction.get("/app/journal").body()).contains("direction-1 a téléchargé le journal en fichier.");
    }
}
