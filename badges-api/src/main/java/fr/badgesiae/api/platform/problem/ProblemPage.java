package fr.badgesiae.api.platform.problem;

import org.jspecify.annotations.Nullable;

/**
 * A problem as a page.
 *
 * @param type the kind; its texts are in the message bundle
 * @param reference to quote to the operator, or null
 */
public record ProblemPage(ProblemType type, @Nullable String reference) {
    /** The message key of the heading; with {@code .text} appended, that of the explanation. */
    public String key() {
        return "problem." + type.slug();
    }
}
