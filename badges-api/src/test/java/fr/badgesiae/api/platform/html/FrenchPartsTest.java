package fr.badgesiae.api.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.i18n.Messages;
import org.junit.jupiter.api.Test;

/** Texts in French on a page in another language. */
class FrenchPartsTest {
    private static String french(String text) {
        return Messages.FRENCH_BEGINS + text + Messages.FRENCH_ENDS;
    }

    @Test
    void aTextInTheContentStatesItsLanguageAndDirection() {
        assertThat(FrenchParts.in("<p>" + french("Votre nom") + "</p>"))
                .isEqualTo("<p><span lang=\"fr\" dir=\"ltr\">Votre nom</span></p>");
        assertThat(FrenchParts.in("<p>… " + french("de " + french("Paris")) + "</p>"))
                .isEqualTo(
                        "<p>… <span lang=\"fr\" dir=\"ltr\">de <span lang=\"fr\" dir=\"ltr\">Paris</span></span></p>");
    }

    @Test
    void whereNoElementMayStandTheTextIsPlain() {
        assertThat(FrenchParts.in("<title>" + french("Votre nom") + "</title>")).isEqualTo("<title>Votre nom</title>");
        assertThat(FrenchParts.in("<option value=\"1\">" + french("1 jour") + "</option><p>" + french("Oui") + "</p>"))
                .isEqualTo("<option value=\"1\">1 jour</option><p><span lang=\"fr\" dir=\"ltr\">Oui</span></p>");
        assertThat(FrenchParts.in("<textarea>" + french("Oui") + "</textarea>")).isEqualTo("<textarea>Oui</textarea>");
        assertThat(FrenchParts.in("<img alt=\"a > b " + french("Oui") + "\"><p>x</p>"))
                .isEqualTo("<img alt=\"a > b Oui\"><p>x</p>");
    }

    @Test
    void marksInSomebodysTextBreakNothing() {
        String open = String.valueOf(Messages.FRENCH_BEGINS);
        String close = String.valueOf(Messages.FRENCH_ENDS);
        assertThat(FrenchParts.in("<p>" + close + "a" + open + "b</p><p>c" + close + "</p>"))
                .isEqualTo("<p>a<span lang=\"fr\" dir=\"ltr\">b</span></p><p>c</p>");
        assertThat(FrenchParts.in("x" + open)).isEqualTo("x<span lang=\"fr\" dir=\"ltr\"></span>");
    }

    @Test
    void aPageWithoutMarksIsLeftAsItIs() {
        String page = "<p title='\"'>Oui</p>";
        assertThat(FrenchParts.in(page)).isSameAs(page);
    }
}
