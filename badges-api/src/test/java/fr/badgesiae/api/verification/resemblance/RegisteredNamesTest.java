package fr.badgesiae.api.verification.resemblance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredNamesTest {
    private static final RegisteredNames NAMES = registry(
            "Atelier des Deux Rives",
            "Association Les Jardins du Lac",
            "Chantier École Nord",
            "Tremplin",
            "SARL Emploi Pour Tous",
            "ACI Sud",
            "Œuvre du Marché",
            "L’Étape d’Après");

    private static RegisteredNames registry(String... names) {
        return new RegisteredNames(Stream.of(names)
                .map(name -> new RegisteredName(null, name, name))
                .toList());
    }

    private static Optional<String> resembling(String claimed) {
        return NAMES.resembling(claimed).map(RegisteredName::shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Atelier des Deux Rives",
                "ATELIER DES DEUX RIVES",
                "atelier-des-deux-rives",
                "Association Atelier des Deux Rives (loi 1901)",
                "S.A.R.L. Atelier des Deux Rives",
                "Atelier des Deux Rives SCOP",
                "Atelier Deux Rives",
                "Ateliers des Deux-Rives",
                "Atelier des Deux Rivés",
                "AtelierdesDeuxRives",
                "Atelier des Deux Rlves",
                "Ate1ier des Deux Rives",
                "Αtelier des Dеux Rіves",
                "ΑТΕLΙЕR DЕS DЕUХ RІVЕS",
                "Ａｔｅｌｉｅｒ des Deux Rives",
                "Ate\u200blier des Deux\u00a0Rives",
                "Deux Rives, Atelier",
                "Deux Rives",
                "Atelier des Deux Rives – Centre de formation",
            })
    void aNameThatTheEyeTakesForARegisteredOneIsFlagged(String claimed) {
        assertThat(resembling(claimed)).as(claimed).contains("Atelier des Deux Rives");
    }

    @Test
    void aHomonymIsFlaggedToo() {
        assertThat(resembling("Les Jardins du Lac")).contains("Association Les Jardins du Lac");
        assertThat(resembling("Tremplin SAS")).contains("Tremplin");
        assertThat(resembling("OEUVRE DU MARCHE")).contains("Œuvre du Marché");
        assertThat(resembling("L'etape d'apres")).contains("L’Étape d’Après");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Atelier du Pont",
                "Atelier",
                "Les Jardins de la Tour",
                "Association",
                "SARL",
                "École",
                "ACI Est",
                "AVI",
                "Régie de Quartier",
                "Une Voisine",
                "des",
                "…",
                "",
                "آفاق",
            })
    void aNameThatSharesOnlyACommonWordIsNotFlagged(String claimed) {
        assertThat(resembling(claimed)).as(claimed).isEmpty();
    }

    @Test
    void wordsThatManyIssuersBearPointAtNoneOfThem() {
        List<RegisteredName> many = IntStream.range(0, 4_000)
                .mapToObj(number -> "Atelier insertion " + Integer.toString(46_656 + number * 7919, 36))
                .map(name -> new RegisteredName(null, name, name))
                .toList();
        assertThat(new RegisteredNames(many).resembling("Atelier d’insertion")).isEmpty();
    }

    @Test
    void aNameOfAnyLengthIsComparedInALimitedNumberOfSteps() {
        FoldedName folded = FoldedName.of("abc défi ".repeat(100_000));
        assertThat(folded.joined()).hasSizeLessThanOrEqualTo(FoldedName.LONGEST);
        assertThat(folded.whole()).hasSizeLessThanOrEqualTo(FoldedName.LONGEST);
        assertThat(folded.words()).hasSizeLessThanOrEqualTo(FoldedName.MOST_WORDS);
    }
}
