package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.check.Check;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Extensions of a badge: objects with Extension among their types. A published one follows its JSON Schema; one that is not in
 * the catalogue is named, not judged (ob-2.0 "Extensions", "Type Validation").
 */
final class Extensions {
    private static final String SPEC = "ob-2.0 Extensions";

    private final ClassSchemas schemas = new ClassSchemas(Catalogue.OPEN_BADGES_2_EXTENSIONS);

    /** What is wrong or odd about the extensions, or nothing. */
    Optional<CheckResult> examine(BadgeGraph graph) {
        List<ObjectNode> found = new ArrayList<>();
        Stream.of(Optional.of(graph.assertion()), graph.badgeClass(), graph.hostedProfile())
                .flatMap(Optional<ObjectNode>::stream)
                .forEach(document -> collect(document, found));
        List<String> violations = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ObjectNode extension : found) {
            List<String> known = types(extension).stream().filter(this::isKnown).toList();
            known.forEach(type -> violations.addAll(schemas.violations(type, extension, type + ":")));
            if (known.isEmpty()) {
                unknown.add(String.join(" ", ParsedCredential.strings(extension.path("type"))));
            }
        }
        if (!violations.isEmpty()) {
            return Optional.of(answer(
                    Outcome.FAILED, ReasonCode.SCHEMA_EXTENSION_DOES_NOT_CONFORM, violations.get(0), violations));
        }
        return unknown.stream()
                .findFirst()
                .map(type -> answer(Outcome.WARNING, ReasonCode.SCHEMA_EXTENSION_UNKNOWN, type, List.of()));
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

    private static void collect(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object && isExtension(object)) {
            found.add(object);
            return;
        }
        node.forEach(child -> collect(child, found));
    }

    private static boolean isExtension(ObjectNode object) {
        List<String> types = ParsedCredential.strings(object.path("type"));
        return types.contains("Extension") || types.contains("extension");
    }

    /** The types without namespace and without a closing Extension, by which schemas are kept. */
    private static List<String> types(ObjectNode extension) {
        return ParsedCredential.strings(extension.path("type")).stream()
                .map(type -> type.substring(1 + Math.max(type.lastIndexOf('#'), type.lastIndexOf(':'))))
                .map(type ->
                        type.endsWith("Extension") ? type.substring(0, type.length() - "Extension".length()) : type)
                .toList();
    }
}
