package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import fr.badgesiae.verifier.schema.Violations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of Open Badges 2.0 or of its extensions, by class, for documents in normal form. Thread-safe; each compiled
 * once.
 */
final class ClassSchemas {
    private final ObjectNode all;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param url of a schema with one class under each {@code $defs} */
    ClassSchemas(String url) {
        this.all = read(url);
    }

    private static ObjectNode read(String url) {
        try {
            return JsonReader.object(
                    Catalogue.bundled().schema(url).orElseThrow().bytes());
        } catch (UnreadableException e) {
            throw new IllegalStateException("a bundled schema is JSON", e);
        }
    }

    /** Whether the class has rules. */
    boolean has(String type) {
        return all.path("$defs").has(type);
    }

    /**
     * The violations: location and rule, never a value.
     *
     * @param path a prefix for each location
     */
    List<String> violations(String type, JsonNode node, String path) {
        return Violations.of(compiled.computeIfAbsent(type, this::compile).validate(node)).stream()
                .map(violation -> path + violation)
                .toList();
    }

    private Schema compile(String type) {
        ObjectNode one = all.deepCopy();
        one.put("$ref", "#/$defs/" + type);
        one.remove("$id");
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.resourceLoaders(loaders -> loaders.values(List::clear)))
                .getSchema(one);
        schema.initializeValidators();
        return schema;
    }
}
