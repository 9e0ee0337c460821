package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prend **sa** part|Prend sa part",
                "Une *année* et une _autre_|Une année et une autre",
                "un_nom_de_champ et 3 * 4 * 5|un_nom_de_champ et 3 * 4 * 5",
                "# Titre|Titre",
                "> Cité|Cité",
                "- Souder|• Souder",
                "1. Souder|1. Souder",
                "[le guide](https://a.example/guide)|le guide (https://a.example/guide)",
                "![plan de l’atelier](https://a.example/p.png)|plan de l’atelier",
                "<https://a.example>|https://a.example",
                "`code`|code",
                "\\*vraie\\* étoile|*vraie* étoile",
                "<b>Gras</b> &amp; <script>alert(1)</script>|Gras & alert(1)",
                "moins de 3 < 5 et <3|moins de 3 < 5 et <3",
                "<p>Un</p>|Un"
            })
    void marksAndTagsAreRemovedAndTheWordsStay(String text, String words) {
        assertThat(PlainText.of(text)).isEqualTo(words);
    }

    @Test
    void linesStayLines() {
        assertThat(PlainText.of("Titre\n===\n\n\n\nUn<br>deux\r\ntrois")).isEqualTo("Titre\n\nUn\ndeux\ntrois");
    }

    @Test
    void marksThatTurnTheDirectionOfWordsAreRemoved() {
        assertThat(PlainText.name("abc\u202Edef\u2066\u061C\u0000")).isEqualTo("abcdef");
        assertThat(PlainText.of("abc\u202Edef")).isEqualTo("abcdef");
    }

    @Test
    void aNameStaysOnOneLine() {
        assertThat(PlainText.name("Un\nDeux")).isEqualTo("Un Deux");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String words = PlainText.of("😀".repeat(1_000_000));
        assertThat(words)
                .hasSizeBetween(PlainText.LONGEST, PlainText.LONGEST + 1)
                .endsWith("😀…");
        assertThat(PlainText.name("a".repeat(500))).hasSize(PlainText.LONGEST_NAME + 1);
    }

    @Test
    void nothingButMarksIsNothing() {
        assertThat(PlainText.of("<p> </p>\n---")).isNull();
        assertThat(PlainText.of(null)).isNull();
        assertThat(PlainText.name("\u202E ")).isNull();
    }

    /** Each of these takes a pattern with backtracking minutes. */
    @Test
    void noTextTakesLong() {
        for (String part :
                new String[] {"<", "<a ", "[", "[a](", "*a", "_", "\\", "# ", "> ", "- ", "![", "`", "&", "*a ", "=-"
                }) {
            assertThat(PlainText.of(part.repeat(500_000)))
                    .as(part)
                    .satisfiesAnyOf(
                            words -> assertThat(words).isNull(),
                            words -> assertThat(words).hasSizeLessThan(PlainText.LONGEST + 2));
        }
    }
}
