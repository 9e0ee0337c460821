package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each page of the desk says in two sentences what it is for. */
class HelpOfPagesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern DESK = Pattern.compile("variant = \"desk\"");
    private static final Pattern HELP = Pattern.compile(
            "@template[.]platform[.]help\\(context = context, text = context[.]t\\(\"([a-z.-]+[.]help)\"\\)\\)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int MOST_WORDS = 25;

    /** Questions that confirm one act: they say themselves what follows. */
    private static final Set<String> CONFIRMED = Set.of(
            "account/again",
            "achievement/publish",
            "bulk/ceremony/cancel",
            "bulk/offers/several",
            "bulk/run-discard",
            "credential/pause",
            "credential/resume",
            "credential/revoke",
            "credential/several",
            "imports/take-back",
            "observation/delete",
            "offer/confirm",
            "organisation/message/withdraw",
            "organisation/pause",
            "organisation/resume",
            "privacy/erase-file",
            "trust/remove");

    /** Results of the act just done. */
    private static final Set<String> RESULTS = Set.of(
            "account/link",
            "bulk/offers/done",
            "bulk/run-signed",
            "credential/several-done",
            "group/removed",
            "imports/progress",
            "imports/result",
            "platform/printed");

    private final Map<String, String> desk = desk();

    @Test
    void eachPageOfTheDeskHasHelpOrNeedsNone() {
        Set<String> without = desk.entrySet().stream()
                .filter(page -> HELP.matcher(page.getValue()).results().count() != 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(CONFIRMED);
        expected.addAll(RESULTS);
        assertThat(desk).hasSizeGreaterThan(60);
        assertThat(without).isEqualTo(expected);
    }

    @Test
    void helpIsTwoShortSentencesAndOfOnePageAlone() {
        Set<String> keys = new TreeSet<>();
        for (String template : desk.values()) {
            HELP.matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(key -> assertThat(keys.add(key)).as(key).isTrue());
        }
        for (String language : Set.of("fr", "en")) {
            Map<String, String> texts = BundlesTest.all(language);
            for (String key : keys) {
                String[] sentences = SENTENCE_END.split(texts.get(key), -1);
                assertThat(sentences).as("%s in %s", key, language).hasSize(2);
                assertThat(Arrays.stream(sentences).mapToInt(HelpOfPagesTest::words))
                        .as("words of %s in %s", key, language)
                        .allMatch(words -> words <= MOST_WORDS);
            }
        }
    }

    /** Signs that stand alone after a space, as before a colon in French, are no words. */
    private static int words(String sentence) {
        return (int) Pattern.compile("[\\s\u00a0\u202f]+")
                .splitAsStream(sentence)
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    private static Map<String, String> desk() {
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            Map<String, String> pages = new TreeMap<>();
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String text = Files.readString(file);
                if (DESK.matcher(text).find() && text.contains("@template.platform.layout(")) {
                    pages.put(TEMPLATES.relativize(file).toString().replace(".jte", ""), text);
                }
            }
            return pages;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
