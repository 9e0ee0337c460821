package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.verification.Banner.Basis;
import fr.badgesiae.verifier.Headline;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannerTest {
    private static final Path BUNDLES = Path.of("src/main/resources/fr/badgesiae/api/verification");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyHeadlineHasAHeadingAndAnEasySentence(String language) throws IOException {
        Properties words = words(language);
        for (Banner banner : all()) {
            assertThat(words.getProperty("verification.headline." + banner.key()))
                    .as(banner.key())
                    .isNotBlank();
            assertThat(words.getProperty("verification.easy." + banner.easyKey()))
                    .as(banner.easyKey())
                    .isNotBlank();
        }
    }

    private static List<Banner> all() {
        List<Banner> all = new ArrayList<>();
        List<Cause> causes = new ArrayList<>(List.of(Cause.values()));
        causes.add(null);
        for (Headline headline : Headline.values()) {
            for (Basis basis : Basis.values()) {
                for (Cause cause : causes) {
                    for (int flags = 0; flags < 8; flags++) {
                        LocalDate since = (flags & 4) == 0 ? null : LocalDate.EPOCH;
                        all.add(new Banner(headline, since, basis, (flags & 1) != 0, (flags & 2) != 0, cause));
                    }
                }
            }
        }
        return all;
    }

    private static Banner of(Headline headline, Basis basis, boolean known) {
        return new Banner(headline, null, basis, false, known, null);
    }

    @Test
    void everyHeadlineHasAPictogramOfItsOwn() throws IOException {
        String sprite = Files.readString(Path.of("src/main/resources/assets/icons.svg"));
        Set<String> icons = new HashSet<>();
        for (Headline headline : Headline.values()) {
            String icon = of(headline, Basis.SIGNED, true).icon();
            assertThat(sprite).contains("symbol id=\"" + icon + "\"");
            assertThat(icons.add(icon)).as(icon).isTrue();
        }
    }

    @Test
    void eachOfTheFourStatesHasAToneOfItsOwn() {
        assertThat(of(Headline.AUTHENTIC, Basis.SIGNED, true).css()).isEqualTo("good");
        assertThat(of(Headline.AUTHENTIC, Basis.SIGNED, false).css()).isEqualTo("care");
        assertThat(Stream.of(Headline.REVOKED, Headline.EXPIRED, Headline.SUSPENDED))
                .allSatisfy(ended -> assertThat(all().stream().filter(banner -> banner.headline() == ended))
                        .allSatisfy(banner -> assertThat(banner.css()).isEqualTo("over")));
        assertThat(all().stream().filter(banner -> banner.css().equals("bad")))
                .isNotEmpty()
                .allSatisfy(banner -> assertThat(banner.headline()).isEqualTo(Headline.NOT_AUTHENTIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void wordAndPictogramTellTheStatesApartWithoutTheirColour(String language) throws IOException {
        Properties words = words(language);
        List<Banner> states = List.of(
                of(Headline.AUTHENTIC, Basis.SIGNED, true),
                of(Headline.AUTHENTIC, Basis.SIGNED, false),
                of(Headline.REVOKED, Basis.SIGNED, true),
                of(Headline.EXPIRED, Basis.SIGNED, true),
                of(Headline.SUSPENDED, Basis.SIGNED, true),
                of(Headline.NOT_AUTHENTIC, Basis.UNPROVEN, false));
        assertThat(states).extracting(Banner::icon).doesNotHaveDuplicates();
        assertThat(states)
                .extracting(banner -> words.getProperty("verification.headline." + banner.key()))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void nothingOfAnUnknownIssuerIsCalledAuthentic() throws IOException {
        Properties words = words("fr");
        assertThat(all().stream().filter(banner -> !banner.known()))
                .allSatisfy(banner -> assertThat(words.getProperty("verification.headline." + banner.key()))
                        .doesNotStartWith("Authentique"));
    }

    @Test
    void nothingUnprovenIsCalledAuthentic() {
        assertThat(new Banner(Headline.EXPIRED, LocalDate.EPOCH, Basis.UNPROVEN, false, true, null).key())
                .isEqualTo("expired-unproven");
        assertThat(of(Headline.SUSPENDED, Basis.UNPROVEN, true).key()).isEqualTo("suspended-unproven");
        assertThat(of(Headline.NOT_CONFORMING, Basis.UNPROVEN, true).key()).isEqualTo("not-conforming-unproven");
    }

    @Test
    void aBadgeOfAnUnknownIssuerHasNeitherTheWordNorTheColourNorTheSignOfAKnownOne() {
        Banner known = of(Headline.AUTHENTIC, Basis.SIGNED, true);
        Banner unknown = of(Headline.AUTHENTIC, Basis.SIGNED, false);
        assertThat(unknown.key()).isEqualTo("authentic-unknown-issuer");
        assertThat(unknown.css()).isEqualTo("care").isNotEqualTo(known.css());
        assertThat(unknown.icon()).isNotEqualTo(known.icon());
    }

    @Test
    void nothingIsCalledSignedThatItsIssuerOnlyPublishes() {
        assertThat(of(Headline.AUTHENTIC, Basis.HOSTED, false).key()).endsWith("-hosted");
        assertThat(of(Headline.NOT_CONFORMING, Basis.HOSTED, false).key()).endsWith("-hosted");
    }

    @Test
    void whatMayPassIsNotGivenALastingCause() {
        assertThat(new Banner(Headline.CANNOT_TELL, null, Basis.UNPROVEN, true, false, Cause.NOT_FETCHED).key())
                .isEqualTo("cannot-tell");
    }
}
