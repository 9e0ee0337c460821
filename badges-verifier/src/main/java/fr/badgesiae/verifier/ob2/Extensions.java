package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Extensions of a badge: objects with Extension among their types, or under a name of the extensions' namespace. Each has
 * its context and type. A published extension conforms to its JSON Schema; an unknown one is reported and not checked
 * (ob-2.0 "Extensions", "Type Validation").
 */
final class Extensions {
    private static final String SPEC = "ob-2.0 Extensions";
    private static final String PREFIX = "extensions:";
    private static final String NAMESPACE = "https://w3id.org/openbadges/extensions#";

    private final ClassSchemas schemas = new ClassSchemas(Catalogue.OPEN_BADGES_2_EXTENSIONS);

    /** An extension, and the last part of its property's name. */
    private record Held(String property, ObjectNode object) {}

    /** The defect of the extensions, if any. */
    Optional<CheckResult> examine(BadgeGraph graph) {
        List<String> violations = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Stream.of(Optional.of(graph.assertion()), graph.badgeClass(), graph.hostedProfile())
                .flatMap(Optional<ObjectNode>::stream)
                .forEach(document -> examine(document, violations, unknown));
        if (!violations.isEmpty()) {
            return Optional.of(answer(
                    Outcome.FAILED, ReasonCode.SCHEMA_EXTENSION_DOES_NOT_CONFORM, violations.get(0), violations));
        }
        return unknown.stream()
                .findFirst()
                .map(type -> answer(Outcome.WARNING, ReasonCode.SCHEMA_EXTENSION_UNKNOWN, type, List.of()));
    }

    private void examine(ObjectNode document, List<String> violations, List<String> unknown) {
        List<Held> found = new ArrayList<>();
        collect(document, found);
        for (Held held : found) {
            ObjectNode extension = held.object();
            if (!isExtension(extension)) {
                violations.add(held.property() + ": required type Extension");
            }
            if (!extension.has("@context")
                    && ParsedCredential.each(document.path("@context")).size() < 2) {
                violations.add(held.property() + ": required @context");
            }
            List<String> known = types(extension).stream().filter(this::isKnown).toList();
            known.forEach(type -> violations.addAll(schemas.violations(type, extension, type + ":")));
            if (known.isEmpty()) {
                unknown.add(String.join(" ", ParsedCredential.strings(extension.path("type"))));
            }
        }
    }

    private boolean isKnown(String type) {
        return !type.isEmpty() && Character.isUpperCase(type.charAt(0)) && schemas.has(type);
    }

    private static CheckResult answer(Outcome outcome, ReasonCode code, String argument, List<String> violations) {
        List<Finding> findings = violations.stream()
                .limit(AssertionSchema.MAX_VIOLATIONS)
                .map(violation -> new Finding("schema.violation", violation, SPEC))
                .toList();
        return Check.answer(CheckName.SCHEMA, outcome, code.with(argument), findings);
    }

    private static void collect(JsonNode node, List<Held> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean named =
                    member.getKey().startsWith(PREFIX) || member.getKey().startsWith(NAMESPACE);
            for (JsonNode value : ParsedCredential.each(member.getValue())) {
                if (value instanceof ObjectNode object && (named || isExtension(object))) {
                    found.add(new Held(lastWord(member.getKey()), object));
                } else {
                    collect(value, found);
                }
            }
        }
    }

    private static String lastWord(String name) {
        return name.substring(1 + Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
    }

    private static boolean isExtension(ObjectNode object) {
        List<String> types = ParsedCredential.strings(object.path("type"));
        return types.contains("Extension") || types.contains("extension");
    }

    /** The types without namespace and trailing Extension, which are the keys of the schemas. */
    private static List<String> types(ObjectNode extension) {
        return ParsedCredential.strings(extension.path("type")).stream()
                .map(Extensions::lastWord)
                .map(type ->
                        type.endsWith("Extension") ? type.substring(0, type.length() - "Extension".length()) : type)
                .toList();
    }
}
