package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A link, hours, a training or an immersion is added to the evidence of an offer, and signed under its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferProofTest {
    private AwardRunFixture desk;
    private String person;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        person = desk.person("Alix", "Preuve-Modèle");
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private HttpResponse<String> add(String evidence, Map<String, String> proof) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "worker",
                person,
                "version",
                desk.own.ids.get("version"),
                "narrative",
                "A rangé.",
                "evidence",
                evidence,
                "proof-add",
                "yes"));
        proof.forEach((field, value) -> form.put("proof-" + field, value));
        return desk.member.post("/app/offers/edit", form);
    }

    @Test
    void aLineIsAddedToWhatWasTypedAndStaysText() throws Exception {
        String added = add(
                        "Trois chantiers.",
                        Map.of(
                                "kind", "TRAINING",
                                "what", "Gestes et postures",
                                "who", "Exemple Formation",
                                "from", "2026-03-03",
                                "until", "2026-03-04",
                                "hours", "14"))
                .body();
        assertThat(added)
                .contains(
                        "Trois chantiers.\nFormation\u00a0: Gestes et postures, par Exemple Formation, du 3 mars 2026 au 4 mars 2026, 14\u00a0heures",
                        "A rangé.");
        assertThat(add("", Map.of("kind", "IMMERSION", "who", "Exemple SARL", "from", "2026-03-03"))
                        .body())
                .contains("Immersion\u00a0: Exemple SARL, le 3 mars 2026</textarea>");
        assertThat(add("", Map.of("kind", "TIME", "hours", "1")).body())
                .contains("Durée\u00a0: 1\u00a0heure</textarea>");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingIsLost() throws Exception {
        HttpResponse<String> nothing = add("Trois chantiers.", Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("Choisissez ce que vous ajoutez.", "Trois chantiers.</textarea>", "<details open>");
        assertThat(add("", Map.of("kind", "LINK", "what", "http://exemple.fr")).body())
                .contains("commence par https://", "value=\"http://exemple.fr\"");
        assertThat(add("", Map.of("kind", "TRAINING", "until", "2026-01-01", "from", "2026-02-01", "hours", "2001"))
                        .body())
                .contains(
                        "Écrivez l’intitulé de la formation.",
                        "Écrivez par qui, ou chez qui.",
                        "Écrivez un jour après le premier",
                        "Écrivez un nombre d’heures entières");
    }

    @Test
    void theCredentialNamesEachKind() throws Exception {
        String preview = desk.member
                .post(
                        "/app/offers/preview",
                        Map.of(
                                "worker",
                                person,
                                "version",
                                desk.own.ids.get("version"),
                                "narrative",
                                "A rangé.",
                                "evidence",
                                "Trois chantiers.\nLien\u00a0: https://exemple.fr/carnet\nDurée\u00a0: 3 heures"))
                .body();
        assertThat(preview)
                .contains(
                        "Trois chantiers.", "href=\"https://exemple.fr/carnet\"", "<strong>Durée</strong>", "3 heures")
                .contains("\"genre\" : \"Time\"");
    }

    @Test
    void aRunTakesTheSameLines() throws Exception {
        String run = desk.written("Range.", person);
        Map<String, String> form = new HashMap<>(
                Map.of("narrative", "Range.", "evidence", "Avant.", "proof-add", "yes", "proof-kind", "TIME"));
        assertThat(desk.member.post(run + "/text", form).body())
                .contains("Écrivez un nombre d’heures entières", "Avant.");
        form.put("proof-hours", "12");
        desk.member.post(run + "/text", form);
        assertThat(desk.member.get(run + "/text").body()).contains("Avant.\nDurée\u00a0: 12\u00a0heures</textarea>");
    }
}
