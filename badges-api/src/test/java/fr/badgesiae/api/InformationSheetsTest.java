package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The information sheets of many people: chosen, printed together, their day recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InformationSheetsTest {
    private static final String LIST = "/app/people/sheets";
    private static final String UNINFORMED = "worker WHERE id = ?::uuid AND notice_given_on IS NULL";

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private String uninformed(String first) {
        return uninformed(first, desk.own);
    }

    private String uninformed(String first, Tenant tenant) {
        UUID person = UUID.randomUUID();
        desk.update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " VALUES (?, ?, ?, 'Exemple', gen_random_uuid(), now(), now())",
                person,
                tenant.organisation.value(),
                first);
        return person.toString();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... people) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
        for (String person : people) {
            form.add(Map.entry("people", person));
        }
        return desk.member.post(path, form);
    }

    @Test
    void thoseWithoutTheSheetAreTickedAndTheSheetsOfTheChosenArePrinted() throws Exception {
        String alix = uninformed("Alix");
        String basile = uninformed("Basile");
        String informed = desk.person("Camille", "Exemple");
        assertThat(desk.member.get(LIST).body())
                .contains("Alix Exemple", "Basile Exemple", "value=\"" + alix + "\" checked")
                .doesNotContain("Camille Exemple");
        assertThat(post(LIST + "/print", Map.of(), alix, informed).body())
                .contains("Une feuille à imprimer", "Cette feuille est pour Alix Exemple.")
                .doesNotContain("Camille Exemple", "Basile Exemple");
        assertThat(post(LIST + "/print", Map.of(), alix, basile).body())
                .contains("2 feuilles à imprimer", "pour Alix Exemple", "pour Basile Exemple");
    }

    @Test
    void theDayOfAllIsRecordedAtOnceWithALineForEach() throws Exception {
        String dorian = uninformed("Dorian");
        String elio = uninformed("Elio");
        assertThat(AwardRunFixture.led(post(LIST, Map.of("noticeDay", "today"), dorian, elio)))
                .startsWith(LIST);
        for (String person : List.of(dorian, elio)) {
            assertThat(desk.count(UNINFORMED, person)).isZero();
            assertThat(desk.count("audit_event WHERE code = 'NOTICE_GIVEN' AND subject_id = ?::uuid", person))
                    .isOne();
            assertThat(desk.member.get("/app/workers/" + person + "/notice").body())
                    .contains("Texte de la feuille donnée le");
        }
    }

    @Test
    void aDayThatWasRecordedBeforeStays() throws Exception {
        String farah = desk.person("Farah", "Exemple");
        post(LIST, Map.of("noticeDay", "today"), farah);
        assertThat(desk.count("worker WHERE id = ?::uuid AND notice_given_on = current_date - 1", farah))
                .isOne();
        assertThat(desk.count("audit_event WHERE code = 'NOTICE_GIVEN' AND subject_id = ?::uuid", farah))
                .isZero();
    }

    @Test
    void withoutADayNothingIsRecordedAndTheChoiceStays() throws Exception {
        String gaspard = uninformed("Gaspard");
        HttpResponse<String> answer = post(LIST, Map.of(), gaspard);
        assertThat(answer.body())
                .contains("Dites quand vous avez donné", "value=\"" + gaspard + "\"", "pour Gaspard Exemple");
        HttpResponse<String> wrong = post(LIST, Map.of("noticeDay", "other", "noticeOn", "2999-01-01"), gaspard);
        assertThat(wrong.body()).contains("Écrivez un jour passé", "value=\"2999-01-01\"");
        assertThat(desk.count(UNINFORMED, gaspard)).isOne();
    }

    @Test
    void whoChoosesNobodyIsToldSo() throws Exception {
        uninformed("Hugo");
        assertThat(post(LIST + "/print", Map.of()).body()).contains("Cochez au moins une personne", "Hugo Exemple");
    }

    @Test
    void peopleOfAnotherOrganisationAreNeitherShownNorRecorded() throws Exception {
        String stranger = uninformed("Inès", desk.other);
        assertThat(desk.member.get(LIST).body()).doesNotContain("Inès");
        assertThat(post(LIST + "/print", Map.of(), stranger).body()).doesNotContain("Inès");
        post(LIST, Map.of("noticeDay", "today"), stranger);
        assertThat(desk.count(UNINFORMED, stranger)).isOne();
    }
}
