package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.CommandLineRun;
import fr.badgesiae.api.platform.Brand;
import fr.badgesiae.api.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The brand as the shipped configuration and its variables give it. */
class BrandingTest {
    private static Brand brand(Map<String, String> variables) throws Exception {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("BADGES_PUBLIC_URL", "https://badges.example");
        return Branding.of(CommandLineRun.read(CommandLineRun.SHIPPED, environment));
    }

    @Test
    void emptyKeysAreTheDefault() throws Exception {
        assertThat(brand(Map.of())).isEqualTo(Brand.DEFAULT);
        assertThat(Addresses.published(CommandLineRun.read(
                                CommandLineRun.SHIPPED,
                                Map.of(
                                        "BADGES_PUBLIC_URL",
                                        "https://badges.example",
                                        "BADGES_BRAND_NAME",
                                        "Badges Exemple")))
                        .brand()
                        .name())
                .isEqualTo("Badges Exemple");
    }

    @Test
    void aColourThatIsTooLightIsRefusedWithItsContrast() {
        assertThatThrownBy(() -> brand(Map.of("BADGES_BRAND_COLOUR", "#ffcc00")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("brand.colour (BADGES_BRAND_COLOUR)", "1.", "4.5", "darker");
        assertThatThrownBy(() -> brand(Map.of("BADGES_BRAND_COLOUR", "blue")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("#rrggbb");
    }

    @Test
    void aLogoIsASmallPicture(@TempDir Path folder) throws Exception {
        Path logo = Files.writeString(folder.resolve("logo"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(brand(Map.of("BADGES_BRAND_LOGO", logo.toString()))
                        .logo()
                        .orElseThrow()
                        .file())
                .isEqualTo("logo.svg");
        Path text = Files.writeString(folder.resolve("text"), "no picture");
        for (Path unfit : new Path[] {text, folder.resolve("absent"), folder}) {
            assertThatThrownBy(() -> brand(Map.of("BADGES_BRAND_LOGO", unfit.toString())))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("brand.logo (BADGES_BRAND_LOGO)");
        }
    }
}
