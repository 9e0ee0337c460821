package fr.badgesiae.verifier.jsonld;

import org.jspecify.annotations.Nullable;

/**
 * One RDF statement.
 *
 * @param subject an IRI or a blank node label ({@code _:b0})
 * @param predicate an IRI
 * @param object an IRI, a blank node label, or the lexical form of a literal when {@code datatype} is present
 * @param datatype the literal's datatype, or null when the object is no literal
 * @param language the literal's language, or null
 * @param graph the graph's IRI or label, or null for the default graph
 */
public record Quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String graph) {
    /** Whether the object is an IRI or a blank node. */
    boolean isObjectNamed() {
        return datatype == null && language == null;
    }
}
