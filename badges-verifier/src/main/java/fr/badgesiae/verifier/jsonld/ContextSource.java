package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A source of JSON-LD contexts: an allow-list, never the network. */
@FunctionalInterface
public interface ContextSource {
    /**
     * @param url the context's URL exactly as in the document
     * @return the context document ({@code {"@context": …}}), or empty when the URL is not on the list
     */
    Optional<JsonNode> find(String url);

    /** This list, then the other. */
    default ContextSource or(ContextSource other) {
        return url -> find(url).or(() -> other.find(url));
    }
}
