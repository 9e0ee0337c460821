package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.Document;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** JSON Schemas, those of the catalogue compiled once. Nothing is ever loaded by a {@code $ref}. */
public final class JsonSchemas {
    /** Keywords by which a foreign schema could reach out or go in circles. */
    private static final Set<String> REFUSED = Set.of("$dynamicRef", "$recursiveRef", "$vocabulary");

    /** Of a foreign schema with its references written out. */
    private static final int MAX_NODES = 2_000;

    private static final int MAX_VIOLATIONS = 20;

    private static final Map<String, String> LOOSE = Map.of(
            Catalogue.ACHIEVEMENT_CREDENTIAL, Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ANY_ACHIEVEMENT_CREDENTIAL, Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ENDORSEMENT_CREDENTIAL, Catalogue.ENDORSEMENT_CREDENTIAL_LOOSE,
            Catalogue.ANY_ENDORSEMENT_CREDENTIAL, Catalogue.ANY_ENDORSEMENT_CREDENTIAL_LOOSE);

    private final Catalogue catalogue = Catalogue.bundled();
    private final Map<String, BundledSchema> compiled = new ConcurrentHashMap<>();

    /** A schema of the catalogue by its URL, or nothing. */
    public Optional<BundledSchema> bundled(String url) {
        return catalogue
                .schema(url)
                .map(document -> compiled.computeIfAbsent(document.url(), key -> compile(document)));
    }

    /** The bytes of a schema of the catalogue, or nothing. */
    Optional<byte[]> bytes(String url) {
        return catalogue.schema(url).map(Document::bytes);
    }

    /** The JSON-LD form of a published strict schema by the latter's URL, or nothing. */
    public Optional<BundledSchema> looseFormOf(String url) {
        return catalogue.schema(url).map(Document::url).map(LOOSE::get).flatMap(this::bundled);
    }

    /**
     * A schema from elsewhere, compiled for one use, or nothing when it is no JSON Schema or refers outside of itself. Its
     * patterns are matched in linear time; {@code format} only describes, as JSON Schema 2020-12 has it (validation, 7.2.1).
     */
    public Optional<RemoteSchema> foreign(byte[] bytes) {
        try {
            JsonNode node = JsonReader.object(bytes);
            if (!selfContained(node) || !UnrolledSchema.within(node, MAX_NODES)) {
                return Optional.empty();
            }
            LinearPatterns patterns = new LinearPatterns();
            Schema schema = registry(patterns).getSchema(node);
            schema.initializeValidators();
            return Optional.of(new RemoteSchema(schema, patterns));
        } catch (UnreadableException e) {
            return Optional.empty();
        } catch (RuntimeException
                | StackOverflowError e) { // the library's ways of refusing a schema have no common type
            return Optional.empty();
        }
    }

    /** What does not conform: where, and which keyword; never a value. */
    public static List<String> violations(BundledSchema schema, VerificationContext context) {
        // A badge mostly names the very schema that its class is held to.
        return context.shared(Asked.class, () -> new Asked(new IdentityHashMap<>()))
                .answers()
                .computeIfAbsent(
                        schema, asked -> asked.violations(context.credential().document()));
    }

    private record Asked(Map<BundledSchema, List<String>> answers) {}

    static List<String> violations(Schema schema, JsonNode document) {
        return schema.validate(document).stream().map(JsonSchemas::told).toList();
    }

    /** The findings of these violations, the first twenty. */
    public static List<Finding> findings(List<String> violations) {
        return violations.stream()
                .limit(MAX_VIOLATIONS)
                .map(violation -> new Finding("schema.violation", violation, "ob-3.0 G.1"))
                .toList();
    }

    private static String told(Error error) {
        String property = error.getProperty() == null ? "" : " " + error.getProperty();
        return error.getInstanceLocation() + " " + error.getKeyword() + property;
    }

    private static BundledSchema compile(Document document) {
        try {
            JsonNode node = JsonReader.object(document.bytes());
            Schema schema = registry().getSchema(node);
            schema.initializeValidators();
            return new BundledSchema(schema, FastPathSchema.of(node));
        } catch (UnreadableException e) {
            throw new IllegalStateException("a bundled schema is JSON", e);
        }
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.resourceLoaders(loaders -> loaders.values(List::clear)));
    }

    private static SchemaRegistry registry(LinearPatterns patterns) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(patterns)
                .formatAssertionsEnabled(false)
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder ->
                        builder.schemaRegistryConfig(config).resourceLoaders(loaders -> loaders.values(List::clear)));
    }

    /** Any other {@code $ref} than one within is refused where references are written out. */
    private static boolean selfContained(JsonNode node) {
        return REFUSED.stream().allMatch(keyword -> node.findValue(keyword) == null);
    }
}
