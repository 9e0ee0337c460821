package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A badge is proposed once each task was seen, three times, by two members, over four weeks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalTest {
    private static final String PREPARES = ObservationFixture.TASKS.get(0);
    private static final String TIDIES = ObservationFixture.TASKS.get(1);
    private static final String WARNS = ObservationFixture.TASKS.get(2);

    private AwardRunFixture desk;
    private ObservationFixture seen;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        seen = new ObservationFixture(desk);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String daysAgo(int days) {
        return LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(days).toString();
    }

    private String form(String person) {
        return "/app/offers/new?worker=" + person + "&amp;badge=" + seen.badge() + "&amp;seen=yes";
    }

    private boolean proposed(String person) throws Exception {
        boolean listed = desk.member.get("/app/observations/proposals").body().contains(form(person));
        assertThat(desk.member.get("/app/workers/" + person).body().contains(form(person)))
                .isEqualTo(listed);
        return listed;
    }

    @Test
    void theRuleIsMetByTheLastOfItsParts() throws Exception {
        String alix = desk.person("Alix", "Règle-Modèle");
        seen.noted(desk.member, alix, "HELPED", daysAgo(27), PREPARES, WARNS);
        seen.noted(desk.member, alix, "ALONE", daysAgo(3), PREPARES);
        seen.noted(desk.member, alix, "ALONE", daysAgo(0), WARNS);
        assertThat(proposed(alix)).as("one member, a task missing, 27 days").isFalse();
        seen.noted(desk.colleague, alix, "HELPED", daysAgo(1), TIDIES);
        assertThat(proposed(alix)).as("27 days").isFalse();

        String first = seen.noted(desk.colleague, alix, "HELPED", daysAgo(28), TIDIES);

        assertThat(proposed(alix)).isTrue();
        assertThat(desk.member.get("/app").body()).contains("href=\"/app/observations/proposals\"");
        assertThat(desk.member.get("/app/workers/" + alix).body()).contains("vu 5\u00a0fois, par 2\u00a0personnes");
        assertThat(desk.member.get(form(alix).replace("&amp;", "&")).body())
                .contains("Prépare son poste, sans aide.\nRange ses outils, avec de l’aide.\nPrévient, sans aide.");

        desk.update(
                "UPDATE observation SET objection = 'NOT_TRUE', objected_at = now() WHERE id = ?::uuid",
                ObservationFixture.id(first));

        assertThat(proposed(alix))
                .as("what the person calls wrong does not count")
                .isFalse();
    }

    @Test
    void whoHasAnOfferOfTheBadgeIsNotProposed() throws Exception {
        String alix = ripe("Offre-Modèle");
        assertThat(proposed(alix)).isTrue();
        desk.offered(desk.written("Range.", alix));
        assertThat(desk.offers(alix)).isEqualTo(1);
        assertThat(proposed(alix)).isFalse();
    }

    @Test
    void whoDeclinedIsProposedAgainOnceSomethingIsSeenAfterwards() throws Exception {
        String alix = ripe("Refus-Modèle");
        desk.offered(desk.written("Range.", alix));
        desk.update(
                "UPDATE offer SET state = 'DECLINED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL,"
                        + " updated_at = now() WHERE worker_id = ?::uuid",
                alix);
        assertThat(proposed(alix)).isFalse();
        seen.noted(desk.member, alix, "ALONE", daysAgo(0), PREPARES);
        assertThat(proposed(alix)).isTrue();
    }

    @Test
    void aTaskThatTheBadgeNoLongerNamesDoesNotCount() throws Exception {
        String alix = ripe("Version-Modèle");
        assertThat(proposed(alix)).isTrue();
        desk.update(
                "UPDATE observation SET tasks = ARRAY['Autre geste.'] WHERE worker_id = ?::uuid AND ? = ANY (tasks)",
                alix,
                WARNS);
        assertThat(proposed(alix)).isFalse();
    }

    private String ripe(String name) throws Exception {
        String alix = desk.person("Alix", name);
        seen.noted(desk.member, alix, "ALONE", daysAgo(40), PREPARES);
        seen.noted(desk.member, alix, "ALONE", daysAgo(20), TIDIES);
        seen.noted(desk.colleague, alix, "ALONE", daysAgo(1), WARNS);
        return alix;
    }

    @Test
    void anOfferWithoutWhatWasSeenBeginsEmpty() throws Exception {
        String alix = ripe("Vierge-Modèle");
        assertThat(desk.member
                        .get("/app/offers/new?worker=" + alix + "&badge=" + seen.badge())
                        .body())
                .doesNotContain("Prépare son poste, sans aide.");
        assertThat(desk.member.post("/app/offers/edit", Map.of()).statusCode()).isEqualTo(200);
    }
}
