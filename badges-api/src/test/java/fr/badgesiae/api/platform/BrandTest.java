package fr.badgesiae.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.badgesiae.api.platform.html.Assets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrandTest {
    private static Brand brand(String colour) {
        return new Brand("Badges du Réseau Exemple", colour, Optional.empty());
    }

    @Test
    void theContrastIsTheLeastOfAllGrounds() {
        assertThat(brand("#000000").contrast()).isBetween(15.0, 21.0);
        assertThat(brand("#ffffff").contrast()).isCloseTo(1, within(0.01));
        assertThat(Brand.DEFAULT.contrast()).isGreaterThan(Brand.LEAST_CONTRAST);
        // 4.54 on white, less on every other ground
        assertThat(brand("#767676").contrast()).isLessThan(Brand.LEAST_CONTRAST);
    }

    @Test
    void aNameAndAColourHaveTheirForm() {
        assertThatThrownBy(() -> brand("petrol")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Brand(" ", "#000000", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Brand("x".repeat(61), "#000000", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStyleSheetAndTheAddressesFollowTheColour() {
        assertThat(Brand.DEFAULT.css()).isEmpty();
        assertThat(brand("#5B2A86").css()).contains("--main:#5b2a86;", "--main-dark:#421e60;", "--main-pale:#efeaf3");
        assertThat(new Assets(brand("#5b2a86")).path("app.css")).isNotEqualTo(new Assets().path("app.css"));
    }

    @Test
    void noTemplateAndNoBundleNamesTheProduct() throws IOException {
        for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/resources/fr"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // Fonts are no text.
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .as(file.toString())
                            .doesNotContainIgnoringCase("Badges IAE")
                            .doesNotContainIgnoringCase("Badges de compétences");
                }
            }
        }
    }
}
