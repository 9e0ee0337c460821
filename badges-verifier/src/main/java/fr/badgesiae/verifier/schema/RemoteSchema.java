package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import fr.badgesiae.verifier.ReasonCode;
import java.util.List;
import java.util.Optional;

/** A fetched schema, for one use. */
public final class RemoteSchema {
    private final Schema schema;
    private final LinearPatterns patterns;

    RemoteSchema(Schema schema, LinearPatterns patterns) {
        this.schema = schema;
        this.patterns = patterns;
    }

    /** The violations, as in {@link JsonSchemas#violations}. */
    public List<String> violations(JsonNode document) {
        return JsonSchemas.violations(schema, document);
    }

    /** The reason why the absence of violations is inconclusive, if any. To be called after {@link #violations}. */
    Optional<ReasonCode> open() {
        if (patterns.inexpressible()) {
            return Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_PATTERN_NOT_EXAMINED);
        }
        return patterns.exhausted() ? Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK) : Optional.empty();
    }
}
