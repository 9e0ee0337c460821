package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameInTextTest {
    @Test
    void aFirstOrALastNameIsFoundWhateverItsCaseAndAccents() {
        assertThat(NameInText.of("Élodie Factice", "Elodie prépare le chantier."))
                .isTrue();
        assertThat(NameInText.of("Élodie Factice", "Vu par M. FACTICE, le lundi."))
                .isTrue();
        assertThat(NameInText.of("Jean-Exemple Modèle", "Le modèle de Jean.")).isTrue();
    }

    @Test
    void aPartOfAWordOrALetterIsNoName() {
        assertThat(NameInText.of("Lin Figurine", "Linge plié, figurines peintes."))
                .isFalse();
        assertThat(NameInText.of("A Exemple", "Range à la fin.")).isFalse();
        assertThat(NameInText.of("Alix Exemple", "")).isFalse();
        assertThat(NameInText.of("Yann Le Factice", "Range le dépôt de la gare."))
                .isFalse();
    }
}
