package fr.badgesiae.api.credential.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePartTest {
    private static String json(String text) {
        return EvidencePart.of(text).stream()
                .map(part -> part.json().toString())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void plainWordsAreOneObjectAsBefore() {
        assertThat(json("Trois chantiers.\n\nUn mur : droit."))
                .isEqualTo("{\"type\":[\"Evidence\"],\"narrative\":\"Trois chantiers.\\n\\nUn mur : droit.\"}");
    }

    @Test
    void aLineWithAHeadIsAnObjectOfItsKind() {
        assertThat(json("""
                Trois chantiers.
                Formation\u00a0: Gestes et postures, par Exemple Formation, le 3 mars 2026, 14 heures
                Encore un.
                Lien\u00a0: https://exemple.fr/chantier?n=1
                Work placement: Exemple SARL, from 1 March 2026 to 14 March 2026
                Durée\u00a0: 120 heures""")).isEqualTo("""
                        {"type":["Evidence"],"narrative":"Trois chantiers."}
                        {"type":["Evidence"],"narrative":"Gestes et postures, par Exemple Formation, le 3 mars 2026, 14 heures","name":"Formation","genre":"Training"}
                        {"type":["Evidence"],"narrative":"Encore un."}
                        {"id":"https://exemple.fr/chantier?n=1","type":["Evidence"],"name":"Lien","genre":"Link"}
                        {"type":["Evidence"],"narrative":"Exemple SARL, from 1 March 2026 to 14 March 2026","name":"Work placement","genre":"Work placement"}
                        {"type":["Evidence"],"narrative":"120 heures","name":"Durée","genre":"Time"}""");
    }

    /** What is no address to follow stays words that everybody reads as they were typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lien : http://exemple.fr",
                "Lien : javascript:alert(1)",
                "Lien : https://a@exemple.fr/",
                "Lien : https:///x",
                "Lien : voir le carnet",
                "Formation : ",
                "Formations : deux"
            })
    void whatIsNoLineOfAKindStaysWords(String text) {
        assertThat(EvidencePart.of(text)).singleElement().satisfies(part -> {
            assertThat(part.kind()).isNull();
            assertThat(part.words()).isEqualTo(text.strip());
        });
    }
}
