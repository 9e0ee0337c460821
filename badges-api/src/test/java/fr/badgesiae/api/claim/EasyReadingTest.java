package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for workers use short sentences in both languages. */
class EasyReadingTest {
    private static final Path RESOURCES = Path.of("src/main/resources/fr/badgesiae/api");
    private static final Pattern SENTENCE = Pattern.compile("[.!?:{}]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’-]*");
    private static final Pattern WORKER_READS =
            Pattern.compile("(award\\.(claim|withdraw|slip|dispute)|holder|worker\\.notice|reopening\\.easy"
                    + "|privacy\\.(space|erase|erase-space)|common\\.(ended|resume)|wallet|assertion"
                    + "|event\\.(open|poster)|observation\\.easy|request\\.me"
                    + "|offline(?!\\.(reader|answer|why|fact)\\.))\\..*");

    @ParameterizedTest
    @CsvSource({
        "award, fr",
        "award, en",
        "holder, fr",
        "holder, en",
        "worker, fr",
        "worker, en",
        "reopening, fr",
        "reopening, en",
        "privacy, fr",
        "privacy, en",
        "wallet, fr",
        "wallet, en",
        "assertion, fr",
        "assertion, en",
        "offline, fr",
        "offline, en",
        "event, fr",
        "event, en",
        "observation, fr",
        "observation, en",
        "request, fr",
        "request, en",
        "platform/html, fr",
        "platform/html, en"
    })
    void noSentenceForTheWorkerHasMoreThanTwelveWords(String feature, String language) throws IOException {
        Properties bundle = new Properties();
        try (Reader text =
                Files.newBufferedReader(RESOURCES.resolve(feature).resolve("messages_" + language + ".properties"))) {
            bundle.load(text);
        }
        assertThat(bundle).isNotEmpty();
        List<String> tooLong = new ArrayList<>();
        bundle.forEach((key, text) -> {
            if (WORKER_READS.matcher(key.toString()).matches()) {
                SENTENCE.splitAsStream(text.toString())
                        .filter(sentence -> WORD.matcher(sentence).results().count() > 12)
                        .forEach(sentence -> tooLong.add(key + ": " + sentence));
            }
        });
        assertThat(tooLong).isEmpty();
    }
}
