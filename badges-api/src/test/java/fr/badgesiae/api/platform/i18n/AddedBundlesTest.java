package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the bundles of added languages with the French ones. */
class AddedBundlesTest {
    /** Pages and lines that employers and wallets read, mails and SMS: they stay in French and English. */
    private static final Pattern FOR_OTHERS =
            Pattern.compile("holder[.](preview[.](title|is|text|words|change)|cv[.](line|verify)|card[.]file)"
                    + "|holder[.]message[.].*"
                    + "|wallet[.](scanned|app[.]tx[.]description|registry|desk)[.]?.*");

    private final Map<String, String> french = BundlesTest.all("fr");

    /** A bundle of an added language may miss keys. What it has, it has with the arguments and plural forms that it needs. */
    @Test
    void anAddedLanguageHasKeysOfTheFrenchBundles() {
        for (Locale language : AddedLanguages.WRITTEN) {
            Map<String, String> texts = BundlesTest.all(language.getLanguage());
            assertThat(french.keySet()).containsAll(texts.keySet());
            assertThat(texts).hasSizeGreaterThan(400);
            Set<String> forms = PluralRules.forLocale(language).getKeywords();
            texts.forEach((key, text) -> {
                assertThat(BundlesTest.arguments(text)).as(key).isEqualTo(BundlesTest.arguments(french.get(key)));
                if (text.contains(", plural,")) {
                    assertThat(forms).as(key).allMatch(form -> text.contains(" " + form + " {"));
                }
            });
        }
    }

    /** Whoever holds a slip or a card reads every word in their language. */
    @Test
    void theEasyPagesAreWholeInEachAddedLanguage() {
        Set<String> easy = french.keySet().stream()
                .filter(key -> key.matches(
                        "(award[.](claim|withdraw|dispute)|holder|wallet|(observation|reopening)[.]easy)[.].*"))
                .filter(key -> !FOR_OTHERS.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Locale language : AddedLanguages.WRITTEN) {
            assertThat(BundlesTest.all(language.getLanguage()).keySet()).containsAll(easy);
        }
    }
}
