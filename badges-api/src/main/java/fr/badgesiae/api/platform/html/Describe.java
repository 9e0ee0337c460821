package fr.badgesiae.api.platform.html;

/** Ties a field to its hint and its error for assistive technology. */
public final class Describe {
    private Describe() {}

    /** The value of {@code aria-describedby}, or null when there is nothing to point at. */
    public static String ids(String name, String hint, String error) {
        String first = hint == null ? "" : "h-" + name;
        String second = error == null ? "" : "e-" + name;
        String both = (first + " " + second).strip();
        return both.isEmpty() ? null : both;
    }
}
