package fr.badgesiae.api.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A kept page in its languages. */
class KeptTest {
    @Test
    void aPageIsReadAsItWasWrittenInEachLanguage() {
        Kept.Page page = new Kept.Page(
                Optional.empty(), 422, new TreeMap<>(Map.of("fr", "<p>oui", "en", "<p>yes", "ar", "<p>نعم")));
        Kept.Page read = Kept.Page.of(page.lines());
        assertThat(read).isEqualTo(page);
        assertThat(read.in(Locale.forLanguageTag("ar"))).isEqualTo("<p>نعم");
        assertThat(read.languages())
                .containsExactlyInAnyOrder(Locale.FRENCH, Locale.ENGLISH, Locale.forLanguageTag("ar"));
    }

    @Test
    void aPageOfAnEarlierReleaseIsStillRead() {
        Kept.Page read = Kept.Page.of(List.of("", "200", "<p>oui", "<p>yes"));
        assertThat(read.in(Locale.FRENCH)).isEqualTo("<p>oui");
        assertThat(read.in(Locale.ENGLISH)).isEqualTo("<p>yes");
    }
}
