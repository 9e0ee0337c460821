package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules of the French pages that a reader of one sentence does not see: each sign with its space, each thing with its word. */
class FrenchWordsTest {
    /** Narrow before high signs, full before a colon and inside guillemets; a line never ends there. */
    private static final Pattern WRONG_SPACE = Pattern.compile("\u00a0[;!?]|\u202f:|«(?!\u00a0)|(?<!\u00a0)»");

    /** "Essayez encore" asks for one more attempt and "Écrivez encore" for one more text: "Réessayez", "à nouveau". */
    private static final Pattern AGAIN =
            Pattern.compile("\\b(Essayez|Écrivez) encore|Essayez (à nouveau|plus tard|dans )");

    /** The reader is a man or a woman; "là-bas" points at nothing on a page. */
    private static final Pattern NOBODY_IN_PARTICULAR =
            Pattern.compile("\\bVous seule?\\b|\\b[Ll]à-bas\\b|\\blà\u00a0:");

    /** A copy, a link or a badge is revoked (retirer); what the holder clears away is removed (enlever). */
    private static final Pattern REVOKING = Pattern.compile("\\b[Rr]etir");

    private static final Pattern REMOVED =
            Pattern.compile("holder[.](phone|imported|history[.]phone|done[.](phone|imported))"
                    + "|journal[.]easy[.](HOLDER_PHONE|IMPORTED_BADGE)");

    private final Map<String, String> french = BundlesTest.all("fr");

    @Test
    void eachSignHasItsOwnSpace() {
        assertThat(with(WRONG_SPACE)).isEmpty();
    }

    @Test
    void whatIsDoneAgainHasOneWord() {
        assertThat(with(AGAIN)).isEmpty();
    }

    @Test
    void theReaderIsNoManAndNoWomanInParticular() {
        assertThat(with(NOBODY_IN_PARTICULAR)).isEmpty();
    }

    @Test
    void phonesAndBadgesFromElsewhereAreNotRevoked() {
        assertThat(with(REVOKING)).noneMatch(text -> REMOVED.matcher(text).lookingAt());
    }

    /** An SMS with one sign outside of GSM 03.38 is cut into parts of 70 signs. */
    @Test
    void messagesOfPhonesAreInTheAlphabetOfPhones() {
        Pattern gsm = Pattern.compile("[ -_a-z\n{}àèéùìòÇÉÄÖÑÜäöñüæÆøØåÅß’«»\u00a0\u202f]*");
        for (String language : Set.of("fr", "en")) {
            BundlesTest.all(language).forEach((key, text) -> {
                if (key.endsWith(".sms")) {
                    assertThat(text).as("%s in %s", key, language).matches(gsm);
                }
            });
        }
    }

    /** The texts in which it is found, each after its key. */
    private Set<String> with(Pattern pattern) {
        return french.entrySet().stream()
                .filter(entry -> pattern.matcher(entry.getValue()).find())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
