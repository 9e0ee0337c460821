package fr.badgesiae.api.achievement.image;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sizes in which pages show an image; each has twice the pixels of its place, for fine screens. */
public enum ImageSide {
    /** A line of a list, 56 pixels. */
    LIST(112),
    /** The card of a badge, 176 pixels. */
    CARD(352);

    private final int pixels;

    ImageSide(int pixels) {
        this.pixels = pixels;
    }

    /** The longest side. */
    int pixels() {
        return pixels;
    }

    /** The size of a query parameter; empty for the image as it is stored. */
    public static Optional<ImageSide> of(@Nullable String typed) {
        return Stream.of(values())
                .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst();
    }
}
