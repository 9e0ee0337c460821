package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.Document;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.UnreadableException;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** JSON Schemas; those of the catalogue are compiled once. No {@code $ref} is ever fetched. */
public final class JsonSchemas {
    /** Keywords by which a remote schema could refer outside of itself or recurse. */
    private static final Set<String> REFUSED = Set.of("$dynamicRef", "$recursiveRef", "$vocabulary");

    /** The most nodes of a remote schema with its references inlined. */
    private static final int MAX_NODES = 2_000;

    private static final String STATUS = "credentialStatus";
    private static final int MAX_VIOLATIONS = 20;
    /** As many as STATUS examines. */
    private static final int MAX_STATUS_ENTRIES = 32;

    private static final Map<String, String> LOOSE = Map.of(
            Catalogue.ACHIEVEMENT_CREDENTIAL, Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ANY_ACHIEVEMENT_CREDENTIAL, Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ENDORSEMENT_CREDENTIAL, Catalogue.ENDORSEMENT_CREDENTIAL_LOOSE,
            Catalogue.ANY_ENDORSEMENT_CREDENTIAL, Catalogue.ANY_ENDORSEMENT_CREDENTIAL_LOOSE,
            Catalogue.CLR_CREDENTIAL, Catalogue.CLR_CREDENTIAL_LOOSE,
            Catalogue.CLR_CREDENTIAL_LOOSE, Catalogue.CLR_CREDENTIAL_LOOSE);

    private final Catalogue catalogue = Catalogue.bundled();
    private final Map<String, BundledSchema> compiled = new ConcurrentHashMap<>();

    /** A schema of the catalogue by its URL. */
    public Optional<BundledSchema> bundled(String url) {
        return catalogue
                .schema(url)
                .map(document -> compiled.computeIfAbsent(document.url(), key -> compile(document)));
    }

    /** The bytes of a schema of the catalogue by its URL. */
    Optional<byte[]> bytes(String url) {
        return catalogue.schema(url).map(Document::bytes);
    }

    /** The JSON-LD form of a published strict schema, by the URL of the strict one. */
    public Optional<BundledSchema> looseFormOf(String url) {
        return catalogue.schema(url).map(Document::url).map(LOOSE::get).flatMap(this::bundled);
    }

    /**
     * A remote schema, compiled for one use; empty when it is malformed or refers outside of itself. Patterns are matched in
     * linear time. {@code format} is an annotation only (JSON Schema 2020-12 validation, 7.2.1).
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
                | StackOverflowError e) { // the library's exceptions for a refused schema have no common type
            return Optional.empty();
        }
    }

    /** The violations: location and keyword, never a value. */
    public static List<String> violations(BundledSchema schema, VerificationContext context) {
        // A badge usually names the schema that its class requires.
        return context.shared(Asked.class, () -> new Asked(new IdentityHashMap<>()))
                .answers()
                .computeIfAbsent(schema, asked -> violations(asked, context.credential()));
    }

    /** A list of status entries is allowed (VC Data Model 2.0, 4.10): each entry is checked as if it were alone. */
    private static List<String> violations(BundledSchema schema, ParsedCredential credential) {
        ObjectNode document = credential.document();
        JsonNode status = document.path(STATUS);
        int entries = ParsedCredential.each(status).size();
        if (!status.isArray() || entries == 0 || entries > MAX_STATUS_ENTRIES) {
            return schema.violations(document);
        }
        Set<String> violations = new LinkedHashSet<>();
        ObjectNode rest = document;
        boolean later = false;
        for (int i = 0; i < status.size(); i++) {
            if (!status.get(i).isNull()) {
                String entry = "/" + STATUS + "/" + i;
                ObjectNode alone = document.objectNode();
                alone.setAll(rest);
                alone.set(STATUS, status.get(i));
                boolean first = !later;
                schema.violations(alone).stream()
                        .filter(violation -> first || inEntry(violation))
                        .forEach(violation -> violations.add(placed(violation, entry)));
                rest = first ? smallMembers(document) : rest;
                later = true;
            }
        }
        return List.copyOf(violations);
    }

    /** The first members that together are small, for entries after the first: a large document is not checked again for each. */
    static ObjectNode smallMembers(ObjectNode document) {
        ObjectNode small = document.objectNode();
        int left = MAX_NODES;
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            int nodes = member.getKey().equals(STATUS) ? 0 : nodes(member.getValue(), left);
            if (nodes <= left) {
                small.set(member.getKey(), member.getValue());
                left -= nodes;
            }
        }
        return small;
    }

    /** The number of nodes; any greater number once there are more than asked for. */
    private static int nodes(JsonNode node, int most) {
        int nodes = 1;
        for (JsonNode child : node) {
            if (nodes > most) {
                return nodes;
            }
            nodes += nodes(child, most - nodes);
        }
        return nodes;
    }

    /** A violation of an entry that was checked alone, with the entry's place in the list. */
    private static String placed(String violation, String entry) {
        return inEntry(violation) ? entry + violation.substring(STATUS.length() + 1) : violation;
    }

    private static boolean inEntry(String violation) {
        return violation.startsWith("/" + STATUS + "/") || violation.startsWith("/" + STATUS + " ");
    }

    private record Asked(Map<BundledSchema, List<String>> answers) {}

    static List<String> violations(Schema schema, JsonNode document) {
        return Violations.of(BoundedRun.errors(schema, document));
    }

    /** The findings of the first twenty violations. */
    public static List<Finding> findings(List<String> violations) {
        return violations.stream()
                .limit(MAX_VIOLATIONS)
                .map(violation -> new Finding("schema.violation", violation, "ob-3.0 G.1"))
                .toList();
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

    /** A {@code $ref} out of the schema is refused by {@link UnrolledSchema}. */
    private static boolean selfContained(JsonNode node) {
        return REFUSED.stream().allMatch(keyword -> node.findValue(keyword) == null);
    }
}
