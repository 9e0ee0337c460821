package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Headline;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannerTest {
    private static final Path BUNDLES = Path.of("src/main/resources/fr/badgesiae/api/verification");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyHeadlineHasAHeadingAndAnEasySentence(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
            words.load(reader);
        }
        for (Headline headline : Headline.values()) {
            for (boolean proven : new boolean[] {true, false}) {
                for (boolean mayPass : new boolean[] {true, false}) {
                    for (Instant since : new Instant[] {null, Instant.EPOCH}) {
                        String key = new Banner(headline, since, proven, mayPass).key();
                        assertThat(words.getProperty("verification.headline." + key))
                                .as(key)
                                .isNotBlank();
                        assertThat(words.getProperty("verification.easy." + key))
                                .as(key)
                                .isNotBlank();
                    }
                }
            }
        }
    }

    @Test
    void everyHeadlineHasAPictogramOfItsOwn() throws IOException {
        String sprite = Files.readString(Path.of("src/main/resources/assets/icons.svg"));
        Set<String> icons = new HashSet<>();
        for (Headline headline : Headline.values()) {
            String icon = new Banner(headline, null, true, false).icon();
            assertThat(sprite).contains("symbol id=\"" + icon + "\"");
            assertThat(icons.add(icon)).as(icon).isTrue();
        }
    }

    @Test
    void nothingUnprovenIsCalledAuthentic() {
        assertThat(new Banner(Headline.EXPIRED, Instant.EPOCH, false, false).key())
                .isEqualTo("expired-unproven");
        assertThat(new Banner(Headline.SUSPENDED, null, false, false).key()).isEqualTo("suspended-unproven");
    }
}
