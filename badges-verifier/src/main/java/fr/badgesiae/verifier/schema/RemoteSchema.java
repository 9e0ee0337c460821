package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import fr.badgesiae.verifier.ReasonCode;
import java.util.List;
import java.util.Optional;

/** A fetched schema, for one use. */
public final class RemoteSchema {
    /** The most steps of one validation, as {@link BoundedRun} counts them. */
    static final long MAX_STEPS = 1_000_000;

    private final Schema schema;
    private final LinearPatterns patterns;
    private boolean exhausted;

    RemoteSchema(Schema schema, LinearPatterns patterns) {
        this.schema = schema;
        this.patterns = patterns;
    }

    /** The violations, as in {@link JsonSchemas#violations}; none when there were too many steps. */
    public List<String> violations(JsonNode document) {
        Optional<List<Error>> errors = BoundedRun.errors(schema, document, MAX_STEPS);
        exhausted = errors.isEmpty();
        return Violations.of(errors.orElse(List.of()));
    }

    /** The reason why the absence of violations is inconclusive, if any. To be called after {@link #violations}. */
    Optional<ReasonCode> open() {
        if (patterns.inexpressible()) {
            return Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_PATTERN_NOT_EXAMINED);
        }
        return exhausted || patterns.exhausted()
                ? Optional.of(ReasonCode.SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK)
                : Optional.empty();
    }
}
