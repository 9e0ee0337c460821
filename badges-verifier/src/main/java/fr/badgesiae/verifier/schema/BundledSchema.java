package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * A compiled schema of the catalogue.
 *
 * @param schema reports violations
 * @param plain the fast path: true when a document certainly conforms
 */
public record BundledSchema(Schema schema, Predicate<JsonNode> plain) {
    /** The violations, as in {@link JsonSchemas#violations}. */
    public List<String> violations(JsonNode document) {
        return plain.test(document) ? List.of() : JsonSchemas.violations(schema, document);
    }
}
