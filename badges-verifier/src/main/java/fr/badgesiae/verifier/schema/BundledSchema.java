package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * A schema of the catalogue, compiled.
 *
 * @param schema tells what does not conform
 * @param plain whether there is nothing to tell, for certain
 */
public record BundledSchema(Schema schema, Predicate<JsonNode> plain) {
    /** What does not conform, as {@link JsonSchemas#violations} tells it. */
    public List<String> violations(JsonNode document) {
        return plain.test(document) ? List.of() : JsonSchemas.violations(schema, document);
    }
}
