package fr.badgesiae.api.achievement.content;

/**
 * A link from a badge to an occupation, skill or qualification (Open Badges 3.0, B.1.3).
 *
 * @param framework the list
 * @param code the code in that list; for ESCO the URI itself
 * @param version the edition of the list, such as {@code v4.60}; may be empty
 * @param name the official name
 * @param url the official page
 */
public record Alignment(Framework framework, String code, String version, String name, String url) {
    /** The list with its edition where one is given, such as {@code ROME v4.60}. */
    public String edition() {
        return (framework.title() + " " + version).strip();
    }
}
