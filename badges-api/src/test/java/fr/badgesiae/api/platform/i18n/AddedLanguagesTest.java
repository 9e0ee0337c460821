package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Languages beside French and English, and what their texts become. */
class AddedLanguagesTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private final Messages messages = new Messages();

    @Test
    void aLanguageIsOfferedOnceSomebodyHasReadItAgain() {
        assertThat(AddedLanguages.reviewed(Map.of()).offered()).isEmpty();
        assertThat(AddedLanguages.reviewed(Map.of("ar", " ")).offered()).isEmpty();
        AddedLanguages read = AddedLanguages.reviewed(Map.of("ar", "Nom, 2026-12-01"));
        assertThat(read.offered()).containsExactly(ARABIC);
        assertThat(read.unreviewed()).isEmpty();
        assertThat(read.withUnreviewed().unreviewed()).isEmpty();
        assertThatThrownBy(() -> AddedLanguages.reviewed(Map.of("xx", "Nom")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xx");
    }

    @Test
    void aDemonstrationOffersAllAndMarksWhatNobodyHasReadAgain() {
        AddedLanguages shown = AddedLanguages.NONE.withUnreviewed();
        assertThat(shown.offered()).containsExactly(ARABIC);
        assertThat(shown.unreviewed()).containsExactly(ARABIC);
        assertThat(shown.withPseudo().offered()).containsExactly(ARABIC, PseudoLanguage.PLAIN, PseudoLanguage.MIRRORED);
        assertThat(shown.withPseudo().unreviewed()).containsExactly(ARABIC);
    }

    @Test
    void aMissingTextIsSaidInFrenchBetweenMarks() {
        String french = messages.text(Locale.FRENCH, "home.privacy.title");
        assertThat(messages.text(ARABIC, "home.privacy.title"))
                .isEqualTo(Messages.FRENCH_BEGINS + french + Messages.FRENCH_ENDS);
        assertThat(messages.text(ARABIC, "home.no-such-key"))
                .isEqualTo(Messages.FRENCH_BEGINS + "home.no-such-key" + Messages.FRENCH_ENDS);
        assertThat(messages.text(Locale.ENGLISH, "home.no-such-key")).isEqualTo("home.no-such-key");
    }

    @Test
    void arabicCountsWithItsSixForms() {
        Map<Long, String> said = Map.of(
                0L, "لا رابط مفتوح الآن.",
                1L, "رابط واحد مفتوح الآن.",
                2L, "رابطان يُظهران شارات الآن.",
                3L, "3 روابط تُظهر شارات الآن.",
                11L, "11 رابطًا يُظهر شارات الآن.",
                100L, "100 رابط يُظهر شارات الآن.");
        said.forEach((count, sentence) ->
                assertThat(messages.text(ARABIC, "holder.space.open", count)).isEqualTo(sentence));
    }

    @Test
    void aNameKeepsItsOwnDirectionInASentenceFromRightToLeft() {
        assertThat(messages.text(ARABIC, "award.claim.text.lead", "Atelier (44)"))
                .contains("\u2068Atelier (44)\u2069");
        assertThat(messages.text(Locale.FRENCH, "award.claim.text.lead", "Atelier (44)"))
                .doesNotContain("\u2068");
    }

    @Test
    void aPseudoLanguageKeepsArgumentsAndPlurals() {
        assertThat(PseudoLanguage.text("Reçu le {0}", false)).isEqualTo("[Ŕēēçūū ľēē {0}]");
        assertThat(messages.text(PseudoLanguage.PLAIN, "holder.link.views", 3L))
                .isEqualTo("[Ōōūūvēēŕť 3\u00a0fōōīīš.]");
        assertThat(messages.text(PseudoLanguage.MIRRORED, "common.yes")).isEqualTo("[\u202eŌōūūīī\u202c]");
    }
}
