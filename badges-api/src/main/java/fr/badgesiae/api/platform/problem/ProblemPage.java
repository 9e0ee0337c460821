package fr.badgesiae.api.platform.problem;

/**
 * A problem as a page.
 *
 * @param type which of the closed list; the words are the bundle's
 * @param reference what to quote to whoever runs the service, or null
 */
public record ProblemPage(ProblemType type, String reference) {
    /** The key of the heading; the explanation is beside it under {@code .text}. */
    public String key() {
        return "problem." + type.slug();
    }
}
