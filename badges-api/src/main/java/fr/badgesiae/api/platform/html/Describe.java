package fr.badgesiae.api.platform.html;

import org.jspecify.annotations.Nullable;

/** Ties a field to its hint and its error for assistive technology. */
public final class Describe {
    private Describe() {}

    /** The value of {@code aria-describedby}, or null when there is nothing to point at. */
    public static @Nullable String ids(String name, @Nullable String hint, @Nullable String error) {
        String first = hint == null ? "" : "h-" + name;
        String second = error == null ? "" : "e-" + name;
        String both = (first + " " + second).strip();
        return both.isEmpty() ? null : both;
    }
}
