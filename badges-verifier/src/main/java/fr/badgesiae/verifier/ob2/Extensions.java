package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.check.Check;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Extensions of a badge (ob-2.0 "Extensions"): objects with the type Extension among their types. */
final class Extensions {
    /** What is odd about the extensions, or nothing. */
    Optional<CheckResult> examine(BadgeGraph graph) {
        List<ObjectNode> found = new ArrayList<>();
        Stream.of(Optional.of(graph.assertion()), graph.badgeClass(), graph.hostedProfile())
                .flatMap(Optional<ObjectNode>::stream)
                .forEach(document -> collect(document, found));
        return found.stream()
                .findFirst()
                .map(extension -> Check.answer(
                        CheckName.SCHEMA,
                        Outcome.WARNING,
                        ReasonCode.SCHEMA_EXTENSION_UNKNOWN.with(
                                String.join(" ", ParsedCredential.strings(extension.path("type"))))));
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
}
