package fr.badgesiae.api.observation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Advice about words, and no false alarm where a word only looks like one of the list. */
class CarefulWordsTest {
    private static List<Reason> reasons(String text) {
        return CarefulWords.find(text).stream().map(CarefulWords.Found::reason).toList();
    }

    @Test
    void aWordIsFoundWithItsReasonAsItStands() {
        assertThat(CarefulWords.find("Travaille bien malgré son Handicap et sa DÉPRESSION."))
                .containsExactly(
                        new CarefulWords.Found(Reason.CONTRAST, "malgré"),
                        new CarefulWords.Found(Reason.HEALTH, "Handicap"),
                        new CarefulWords.Found(Reason.HEALTH, "DÉPRESSION"));
        assertThat(reasons("Vient après sa sortie de prison, attend son titre de séjour."))
                .containsExactly(Reason.JUSTICE, Reason.PAPERS);
        assertThat(reasons("Élève seule ses enfants, n’a plus de domicile : sans domicile depuis mai."))
                .containsExactly(Reason.FAMILY, Reason.HOUSING);
        assertThat(reasons("Reached this despite her illness; a refugee."))
                .containsExactly(Reason.CONTRAST, Reason.HEALTH, Reason.ORIGIN);
    }

    @Test
    void eachWordIsSaidOnceAndNoMoreThanTen() {
        assertThat(CarefulWords.find("malade, Malade, malade")).hasSize(1);
        assertThat(CarefulWords.find("malade maladie handicap rqth drogue prison detenu tig sdf veuf veuve juif oqtf"))
                .hasSize(10);
    }

    @Test
    void wordsThatOnlyLookAlikeGiveNoAlarm() {
        for (String text : List.of(
                "Un geste maladroit au début, précis ensuite.",
                "Vérifie l’origine des produits sur l’étiquette.",
                "Serre chaque écrou, range son casier.",
                "Respecte les règles de santé et de sécurité : port du casque.",
                "Connaît les consignes de santé et sécurité.",
                "Nettoie les mains avec une solution hydro-alcoolique.",
                "Entretenir un logement, faire la chambre, ranger les papiers du bureau.",
                "Parle une langue étrangère avec les clients.",
                "Arrive à l’heure malgré la pluie.",
                "Garde des enfants à la crèche, prépare le repas en famille d’accueil.",
                "Délimite l’enceinte du chantier, condamne l’accès.",
                "Soude au TIG, prépare le poste TIG, parle avec conviction de sa soudure TIG.",
                "Régularité dans la pose, dépression de la pompe contrôlée.",
                "Applies health and safety rules, checks the origin of products.")) {
            assertThat(CarefulWords.find(text)).as(text).isEmpty();
        }
    }
}
