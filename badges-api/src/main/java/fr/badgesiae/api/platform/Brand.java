package fr.badgesiae.api.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name and look of an installation.
 *
 * @param name shown in every title, header and paper, at most 60 characters
 * @param colour of links, buttons and mark, {@code #rrggbb}; its other shades follow from it
 * @param logo in place of the mark; empty for the mark
 */
public record Brand(String name, String colour, Optional<Logo> logo) {
    /** The least contrast of text and its ground (WCAG 2.2, 1.4.3). */
    public static final double LEAST_CONTRAST = 4.5;

    private static final int LONGEST = 60;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final String WHITE = "#ffffff";
    private static final String GROUND = "#f5f4f0";
    private static final double DARKER = 0.28;
    private static final double PALER = 0.9;

    /** After the constants that its constructor reads. */
    public static final Brand DEFAULT = new Brand("Badges de compétences", "#14506b", Optional.empty());

    public Brand {
        name = name.strip();
        colour = colour.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to 60 characters");
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("a colour is #rrggbb");
        }
    }

    /**
     * A picture.
     *
     * @param file {@code logo.svg} or {@code logo.png}
     * @param base64 its bytes
     */
    public record Logo(String file, String base64) {}

    /** The least contrast of this colour with the grounds that it stands on or carries: 1 to 21. */
    public double contrast() {
        return Math.min(contrast(colour, WHITE), Math.min(contrast(colour, GROUND), contrast(colour, pale())));
    }

    /** A darker shade, for what is pointed at. */
    public String dark() {
        return mixed(colour, "#000000", DARKER);
    }

    /** A pale shade, for grounds. */
    public String pale() {
        return mixed(colour, WHITE, PALER);
    }

    /** CSS custom properties that replace those of the style sheet; empty for the colour of the style sheet. */
    public String css() {
        return colour.equals(DEFAULT.colour)
                ? ""
                : "\n:root{--main:" + colour + ";--main-dark:" + dark() + ";--main-pale:" + pale() + "}\n";
    }

    private static String mixed(String one, String other, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            long part = Math.round(channel(one, i) * (1 - share) + channel(other, i) * share);
            mixed.append(String.format(Locale.ROOT, "%02x", part));
        }
        return mixed.toString();
    }

    private static int channel(String colour, int i) {
        return Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
