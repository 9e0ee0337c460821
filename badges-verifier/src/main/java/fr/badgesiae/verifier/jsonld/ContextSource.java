package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where JSON-LD contexts come from: an allow-list, never the network. */
@FunctionalInterface
public interface ContextSource {
    /**
     * @param url the context's address exactly as a document writes it
     * @return the whole context document ({@code {"@context": …}}), or empty when the address is not on the list
     */
    Optional<JsonNode> find(String url);

    /** This list, then another. */
    default ContextSource or(ContextSource other) {
        return url -> find(url).or(() -> other.find(url));
    }
}
