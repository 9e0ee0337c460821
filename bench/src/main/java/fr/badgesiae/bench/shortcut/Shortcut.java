package fr.badgesiae.bench.shortcut;

/** A shortcut of speed in the verifier. Its class without the shortcut is in {@code src/variants}. */
enum Shortcut {
    /** Both sides are the same: what this shows is the error of the measurement. */
    NONE("none (control)", "", Operations.READ),
    FIRST_DEGREE("FirstDegreeCanonicalizer", "jsonld.FirstDegreeCanonicalizer", Operations.CANONICALIZE),
    EXPANSION("FastPathExpansion", "jsonld.FastPathExpansion", Operations.EXPAND),
    SCHEMA("FastPathSchema", "schema.FastPathSchema", Operations.SCHEMA),
    BYTES("JSON parsed from bytes (Utf8)", "codec.Utf8", Operations.READ),
    DATES("DateTimeStamp.ordinary", "codec.DateTimeStamp", Operations.DATES);

    private final String title;
    private final String replaced;
    private final String component;

    Shortcut(String title, String replaced, String component) {
        this.title = title;
        this.replaced = replaced;
        this.component = component;
    }

    String title() {
        return title;
    }

    /** The operation that the shortcut shortens, among {@link Operations#components}. */
    String component() {
        return component;
    }

    /** Class name of the class that holds the shortcut; an empty string for none. */
    String replaced() {
        return replaced.isEmpty() ? "" : "fr.badgesiae.verifier." + replaced;
    }
}
