package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.Brand;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks the brand of an installation. */
final class Branding {
    private static final int MOST_BYTES = 200_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Branding() {}

    /** The brand, with the defaults of keys that are empty. */
    static Brand of(BadgesConfiguration configuration) {
        BadgesConfiguration.BrandSection section = configuration.brand();
        String name = section.name().isEmpty() ? Brand.DEFAULT.name() : section.name();
        String colour = section.colour().isEmpty() ? Brand.DEFAULT.colour() : section.colour();
        Brand brand;
        try {
            brand = new Brand(name, colour, logo(section.logo()));
        } catch (IllegalArgumentException unfit) {
            throw new StartRefused(
                    "brand.name (BADGES_BRAND_NAME) compte 60 caractères au plus, et brand.colour (BADGES_BRAND_COLOUR) s’écrit #rrggbb, comme #14506b.",
                    "brand.name (BADGES_BRAND_NAME) has at most 60 characters, and brand.colour"
                            + " (BADGES_BRAND_COLOUR) is written #rrggbb, such as #14506b.",
                    unfit);
        }
        if (brand.contrast() < Brand.LEAST_CONTRAST) {
            throw new StartRefused(
                    "brand.colour (BADGES_BRAND_COLOUR) est trop claire : son contraste avec le fond des pages est "
                            + String.format(Locale.FRENCH, "%.1f", brand.contrast())
                            + ", et il faut au moins 4,5. Choisissez une couleur plus foncée.",
                    "brand.colour (BADGES_BRAND_COLOUR) is too light: its contrast with the ground of the pages is "
                            + String.format(Locale.ROOT, "%.1f", brand.contrast())
                            + ", and at least 4.5 is needed. Choose a darker colour.");
        }
        return brand;
    }

    private static Optional<Brand.Logo> logo(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(path);
            if (Files.size(file) <= MOST_BYTES) {
                byte[] bytes = Files.readAllBytes(file);
                if (Arrays.equals(bytes, 0, Math.min(PNG.length, bytes.length), PNG, 0, PNG.length)) {
                    return Optional.of(logo("logo.png", bytes));
                }
                if (new String(bytes, StandardCharsets.UTF_8).contains("<svg")) {
                    return Optional.of(logo("logo.svg", bytes));
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw unfit(path, unreadable);
        }
        throw unfit(path, null);
    }

    private static Brand.Logo logo(String file, byte[] bytes) {
        return new Brand.Logo(file, Base64.getEncoder().encodeToString(bytes));
    }

    private static StartRefused unfit(String path, @Nullable Exception cause) {
        String french =
                "brand.logo (BADGES_BRAND_LOGO) doit être un fichier SVG ou PNG lisible, de 200 ko au plus : " + path;
        String english = "brand.logo (BADGES_BRAND_LOGO) must be a readable SVG or PNG file of at most 200 kB: " + path;
        return cause == null ? new StartRefused(french, english) : new StartRefused(french, english, cause);
    }
}
