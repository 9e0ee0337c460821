package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import fr.badgesiae.verifier.ReasonCode;
import java.util.List;
import java.util.Optional;

/** A schema from elsewhere, for one use. */
public final class RemoteSchema {
    private final Schema schema;
    private final LinearPatterns patterns;

    RemoteSchema(Schema schema, LinearPatterns patterns) {
        this.schema = schema;
        this.patterns = patterns;
    }

    /** What does not conform, as {@link JsonSchemas#violations} tells it. */
    public List<String> violations(JsonNode document) {
        return JsonSchemas.violations(schema, document);
    }

    /** Why nothing can be said of a document without violations, if so; to be asked after them. */
    Optional<ReasonCode> open() {
        if (patterns.inexpressible()) {
            return Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_PATTERN_NOT_EXAMINED);
        }
        return patterns.exhausted() ? Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK) : Optional.empty();
    }
}
