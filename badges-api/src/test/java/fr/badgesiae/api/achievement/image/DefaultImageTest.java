package fr.badgesiae.api.achievement.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultImageTest {
    @ParameterizedTest
    @CsvSource({
        "Conduire un chariot élévateur,CC",
        "Élaguer,EL",
        "Être à l’heure,EH",
        "Accueillir et nettoyer les chambres,AN",
        "L’étape,ET",
        "Œuvrer,ŒU",
        "CACES R489,CR",
        "A,★",
        "Z,Z",
        "…,★",
        "العربية,★",
        "ⵣⴰ,★",
    })
    void itBearsTwoPlainCapitals(String name, String initials) {
        assertThat(DefaultImage.initials(name)).isEqualTo(initials);
    }
}
