package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An empty list of the desk leads on: it says what will stand there, or how to find something. */
class EmptyStatesTest {
    private static final Pattern EMPTY = Pattern.compile("@template[.]platform[.]empty\\(.*");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+[.][a-z.-]+)\"");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.] \\p{Lu}");

    /** Keys that code chooses, and those of the parts of a person's page. */
    private static final Set<String> CHOSEN = Set.of(
            "award.offers.empty",
            "award.offers.none-found",
            "award.offers.none-named",
            "worker.list.empty",
            "worker.list.all-informed",
            "worker.list.none-found",
            "worker.list.none-of-group",
            "worker.list.none-of-kind",
            "worker.show.done-none",
            "worker.show.part.BADGES.none",
            "worker.show.part.GROUPS.none",
            "worker.show.part.OBSERVATIONS.none",
            "worker.show.part.OFFERS.none",
            "worker.show.part.OWN_WORDS.none",
            "worker.show.part.PATHWAYS.none",
            "worker.show.part.PROPOSALS.none",
            "worker.show.part.REQUESTS.none");

    @Test
    void whatIsEmptySaysWhatWillStandThere() throws IOException {
        Set<String> keys = new TreeSet<>(CHOSEN);
        try (Stream<Path> walk = Files.walk(Path.of("src/main/jte"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String text = Files.readString(file);
                if (text.contains("variant = \"desk\"")) {
                    keys.addAll(keys(text));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(30);
        for (String language : Set.of("fr", "en")) {
            Map<String, String> texts = BundlesTest.all(language);
            assertThat(keys.stream()
                            .filter(key ->
                                    !SECOND_SENTENCE.matcher(texts.get(key)).find()))
                    .as(language)
                    .isEmpty();
        }
    }

    /** The keys of the text, without those of the act that fills the list. */
    private static Set<String> keys(String template) {
        return EMPTY.matcher(template)
                .results()
                .map(found -> found.group().split("action = ", 2)[0])
                .flatMap(text -> KEY.matcher(text).results())
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
    }
}
