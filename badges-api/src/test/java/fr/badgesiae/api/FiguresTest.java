package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.statistics.suppression.ClosedQuarter;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Figures of a past year, whose badges these tests write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
    private AwardRunFixture desk;

    /** Alix to Zoé at three sites: 20 people, 6 and 2; each has one badge. Of the 20, six left for a lasting job. */
    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        List<String> north = people("Nord", 20);
        List<String> south = people("Sud", 6);
        List<String> west = people("Ouest", 2);
        desk.group("SITE", "Atelier nord", north.toArray(String[]::new));
        desk.group("SITE", "Atelier sud", south.toArray(String[]::new));
        desk.group("SITE", "Atelier ouest", west.toArray(String[]::new));
        desk.group("GROUP", "Fonds « Élan »", north.subList(0, 8).toArray(String[]::new));
        north.forEach(person -> badge(person, "2024-02-10", "2024-02-20"));
        south.forEach(person -> badge(person, "2024-02-10", "2024-05-02"));
        west.forEach(person -> badge(person, "2024-03-10", "2024-06-02"));
        north.subList(0, 6)
                .forEach(person -> desk.update(
                        "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, ends_on, exit, created_at, updated_at)"
                                + " VALUES (gen_random_uuid(), ?, ?::uuid, '2023-01-01', '2024-09-30', 'LASTING_JOB', now(),"
                                + " now())",
                        desk.own.organisation.value(),
                        person));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private List<String> people(String last, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> desk.person("Alix" + n, last))
                .toList();
    }

    private void badge(String person, String offered, String accepted) {
        UUID offer = UUID.randomUUID();
        desk.update(
                "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state, offered_by,"
                        + " created_at, offered_at, updated_at, ends_at, code_lookup)"
                        + " VALUES (?, ?, ?::uuid, ?::uuid, 'Peint un mur.', 'ACCEPTED', ?, ?::timestamptz, ?::timestamptz,"
                        + " ?::timestamptz, '2099-01-01', sha256(?::text::bytea))",
                offer,
                desk.own.organisation.value(),
                person,
                desk.own.ids.get("version"),
                desk.own.admin.value(),
                offered,
                offered,
                accepted,
                offer);
        desk.update(
                "INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id, awarded_on,"
                        + " state, created_at) VALUES (gen_random_uuid(), ?, ?, ?::uuid, ?, ?::uuid, ?::date, 'LIVE', now())",
                desk.own.organisation.value(),
                offer,
                person,
                desk.own.holder.value(),
                desk.own.ids.get("version"),
                accepted);
    }

    private String page(String by) throws Exception {
        return desk.member.get("/app/figures?year=2024&by=" + by).body();
    }

    /** The cells of a row whose first cell has this text. */
    private static List<String> row(String body, String first) {
        String rest = body.substring(body.indexOf(">" + first + "<"));
        return Arrays.stream(rest.substring(0, rest.indexOf("</tr>")).split("<td[^>]*>", -1))
                .skip(1)
                .map(cell -> cell.replaceAll("<.*", "").strip())
                .toList();
    }

    @Test
    void aYearIsCountedWithoutItsSmallNumbers() throws Exception {
        String body = page("badge");

        assertThat(body).contains("<dt>Personnes avec un badge</dt><dd>28</dd>", "<dt>Badges acceptés</dt><dd>28</dd>");
        assertThat(body).contains("<dt>Badges refusés</dt><dd>0</dd>", "<dd>10\u00a0jours</dd>");
        assertThat(row(body, "Peindre Deux-Rives")).as("no people").containsExactly("28", "28");
        assertThat(row(body, "2e trimestre")).containsExactly("0", "8");
        assertThat(row(body, "Mai")).containsExactly("0", "masqué");
        assertThat(row(body, "Juin")).containsExactly("0", "masqué");
        assertThat(row(body, "Février")).as("two were offered in March").containsExactly("masqué", "20");
    }

    @Test
    void badgesOfOnePersonAreHiddenHoweverManyTheyAre() throws Exception {
        String one = desk.person("Alix", "Douze");
        for (int n = 0; n < 12; n++) {
            badge(one, "2022-02-10", "2022-02-20");
        }

        String body = desk.member.get("/app/figures?year=2022").body();

        assertThat(body)
                .contains("<dt>Badges proposés</dt><dd>masqué</dd>", "<dt>Badges acceptés</dt><dd>masqué</dd>")
                .contains("<dt>Délai médian jusqu’à l’acceptation</dt><dd>masqué</dd>");
        assertThat(row(body, "1er trimestre")).containsOnly("masqué");
        assertThat(row(body, "Peindre Deux-Rives")).containsOnly("masqué");
    }

    @Test
    void theTimeToTheAnswerIsNotThatOfErasedFiles() throws Exception {
        List<String> people = people("Attente", 9);
        people.forEach(
                person -> badge(person, "2021-03-01", person.equals(people.get(0)) ? "2021-03-03" : "2021-03-05"));
        people.subList(0, 5)
                .forEach(person -> desk.update("UPDATE worker SET erased_at = now() WHERE id = ?::uuid", person));

        assertThat(desk.member.get("/app/figures?year=2021").body())
                .contains("<dt>Badges acceptés</dt><dd>9</dd>")
                .contains("<dt>Délai médian jusqu’à l’acceptation</dt><dd>masqué</dd>");
    }

    @Test
    void theYearThatGoesOnIsCountedUpToItsLastQuarter() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        LocalDate closed = ClosedQuarter.lastDay(today);
        for (String person : people("Récente", 7)) {
            badge(person, today.toString(), today.toString());
            badge(person, closed.toString(), closed.toString());
        }

        assertThat(desk.member.get("/app/figures").body()).contains("<dt>Badges acceptés</dt><dd>7</dd>");
    }

    @Test
    void aSmallSiteIsHiddenWithAnother() throws Exception {
        String body = page("site");

        assertThat(row(body, "Atelier ouest")).containsOnly("masqué");
        assertThat(row(body, "Atelier nord")).as("the first in order").containsOnly("masqué");
        assertThat(row(body, "Atelier sud")).containsExactly("6", "6", "6");
    }

    @Test
    void groupsAreAFilterForAFunding() throws Exception {
        assertThat(row(page("group"), "Fonds « Élan »")).containsExactly("8", "8", "8");
    }

    @Test
    void badgesAreCountedByTheExitFromThePathway() throws Exception {
        String body = page("exit");

        assertThat(row(body, "Emploi durable")).containsExactly("6", "6", "6");
        assertThat(row(body, "Parcours en cours, ou non renseigné")).containsExactly("22", "22", "22");
    }

    @Test
    void thePageOfAYearHasSentencesForAReport() throws Exception {
        assertThat(desk.member.get("/app/figures/page?year=2024").body())
                .contains(
                        "En 2024, 28 personnes ont reçu au moins un badge.",
                        "Emploi durable",
                        "28 badges ont été acceptés.")
                .doesNotContain("Alix");
    }

    @Test
    void theFileHasTheColumnsOfCoodiagAndIsInTheJournal() throws Exception {
        desk.update("UPDATE organisation SET departements = '{14,50}' WHERE id = ?", desk.own.organisation.value());
        HttpResponse<String> file = desk.member.post("/app/figures/coodiag.csv", Map.of("year", "2024"));

        assertThat(file.body().strip().split("\r\n", -1))
                .containsExactly(
                        "\uFEFFperiode;departement;type_structure;code_rome;categorie;niveau;nombre",
                        "2024;14;EI;;TECHNICAL;PRACTISES;28");
        assertThat(desk.count("audit_event WHERE code = 'FIGURES_TAKEN'")).isEqualTo(1);
    }

    @Test
    void aYearWithoutBadgesLeadsToTheFirst() throws Exception {
        assertThat(desk.member.get("/app/figures?year=2025").body())
                .contains("Aucun badge n’a été proposé en 2025.", "href=\"/app/offers/new\"");
        assertThat(desk.member.get("/app/figures?year=9999&by=anything").statusCode())
                .isEqualTo(200);
    }
}
