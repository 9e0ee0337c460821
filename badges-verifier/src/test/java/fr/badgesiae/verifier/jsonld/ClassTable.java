package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Generates the file of {@link CredentialTerms}. Run it from the module’s folder after a change of the contexts. */
final class ClassTable {
    static final Path TARGET =
            Path.of("src", "main", "resources", "fr", "badgesiae", "verifier", "jsonld", CredentialTerms.FILE);
    private static final String MODEL = "ob3-model/common_credentials.lines";
    private static final Pattern CLASS = Pattern.compile("^ {4}(?:Class|Include) (\\w+)(?: \\w+ \\w+ \\[(.*?)\\])?.*");
    private static final Pattern PROPERTY = Pattern.compile("^ {8}Property (\\w+) (\\w+) .*");
    /** Names of classes by which a credential or presentation is known. */
    private static final Pattern CREDENTIAL = Pattern.compile(".*(?:Credential|Presentation)");
    /** The table leaves the members of a status entry to the lists’ specifications. */
    private static final Set<String> STATUS_ENTRIES = Set.of("BitstringStatusListEntry", "StatusList2021Entry");

    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.";
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/2018/credentials/v1",
            "https://www.w3.org/ns/credentials/v2",
            "https://w3id.org/vc/status-list/2021/v1",
            OPEN_BADGES + "0.json",
            OPEN_BADGES + "1.json",
            OPEN_BADGES + "2.json",
            OPEN_BADGES + "3.json");

    private final List<JsonNode> contexts = new ArrayList<>();
    private final Set<String> lines = new TreeSet<>();

    private ClassTable() {
        BundledContexts bundled = new BundledContexts();
        CONTEXTS.forEach(url -> contexts.add(bundled.find(url).orElseThrow().path("@context")));
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(TARGET, generate());
    }

    static String generate() {
        ClassTable table = new ClassTable();
        Map<String, Map<String, String>> properties = properties();
        for (JsonNode context : table.contexts) {
            context.fieldNames().forEachRemaining(name -> {
                boolean known = CREDENTIAL.matcher(name).matches() || STATUS_ENTRIES.contains(name);
                if (known) {
                    properties.putIfAbsent(name, Map.of());
                }
            });
        }
        properties.forEach((name, ranges) -> table.add(name, ranges, properties.keySet()));
        return String.join("\n", table.lines) + "\n";
    }

    /** From the name of each class to the names of its properties and of their ranges. */
    private static Map<String, Map<String, String>> properties() {
        Map<String, Map<String, String>> properties = new TreeMap<>();
        Map<String, String> current = new TreeMap<>();
        for (String line : ReferenceData.text(MODEL).lines().toList()) {
            Matcher heading = CLASS.matcher(line);
            Matcher property = PROPERTY.matcher(line);
            if (heading.matches()) {
                // The variants for VC 1.1 have the types of their namesakes.
                current = properties.computeIfAbsent(heading.group(1).replace("v1p1", ""), name -> new TreeMap<>());
            } else if (property.matches()) {
                current.put(property.group(1), property.group(2).replace("v1p1", ""));
            }
        }
        return properties;
    }

    private void add(String name, Map<String, String> properties, Set<String> classes) {
        boolean credential = CREDENTIAL.matcher(name).matches();
        String predicate = kind(name, credential);
        for (JsonNode context : contexts) {
            JsonNode definition = context.path(name);
            if (credential) {
                iri(definition, context).ifPresent(iri -> lines.add(CredentialTerms.CREDENTIAL_CLASS + " " + iri));
            }
            if (!credential && contexts.stream().noneMatch(any -> any.has(name))) {
                continue;
            }
            if (definition.path("@context") instanceof ObjectNode scoped) {
                scoped.fieldNames().forEachRemaining(term -> addTerm(predicate, scoped.path(term), scoped, context));
                properties.forEach(
                        (term, range) -> addMember(name, range, classes, scoped.path(term), scoped, context));
            }
            properties.keySet().forEach(term -> addTerm(predicate, context.path(term), context, context));
            properties.forEach((term, range) -> addMember(name, range, classes, context.path(term), context, context));
            if (credential && context.path("VerifiableCredential").path("@context") instanceof ObjectNode scoped) {
                properties.forEach(
                        (term, range) -> addMember(name, range, classes, scoped.path(term), scoped, context));
            }
        }
    }

    private static String kind(String name, boolean credential) {
        if (credential) {
            return CredentialTerms.CREDENTIAL_PREDICATE;
        }
        return STATUS_ENTRIES.contains(name) ? CredentialTerms.STATUS_ENTRY_PREDICATE : CredentialTerms.OTHER_PREDICATE;
    }

    /** A predicate that a class may state, and the class of its objects where it has one. */
    private void addMember(
            String name, String range, Set<String> classes, JsonNode definition, JsonNode scope, JsonNode context) {
        iri(definition, scope).or(() -> iri(definition, context)).ifPresent(iri -> {
            lines.add(CredentialTerms.MEMBER + " " + name + " " + iri);
            if (classes.contains(range)) {
                lines.add(CredentialTerms.RANGE + " " + iri + " " + range);
            }
        });
    }

    private void addTerm(String kind, JsonNode definition, JsonNode scope, JsonNode context) {
        iri(definition, scope)
                .or(() -> iri(definition, context))
                .filter(iri -> !iri.endsWith("#") && !iri.endsWith("/"))
                .ifPresent(iri -> lines.add(kind + " " + iri));
    }

    /** The absolute IRI of a term definition; empty for keywords and prefixes. */
    private static Optional<String> iri(JsonNode definition, JsonNode context) {
        String text = definition.isTextual()
                ? definition.textValue()
                : definition.path("@id").asText("");
        int colon = text.indexOf(':');
        if (colon > 0 && context.path(text.substring(0, colon)).isTextual()) {
            return Optional.of(context.path(text.substring(0, colon)).textValue() + text.substring(colon + 1));
        }
        return text.startsWith("@") || !Iris.isAbsolute(text) ? Optional.empty() : Optional.of(text);
    }
}
