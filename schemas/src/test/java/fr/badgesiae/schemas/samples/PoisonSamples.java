package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges that require excessive processing. */
final class PoisonSamples {
    private static final String TOO_MUCH = "INCONCLUSIVE proof.too-much-work";

    private PoisonSamples() {}

    static List<Made> all() {
        ObjectNode graph = Badge.tampered(PoisonSamples::graph);
        ObjectNode contexts = Badge.tampered(PoisonSamples::contexts);
        return List.of(
                Made.json(
                        "poison-graph",
                        "seven things without a name that look alike, each with seven more",
                        graph,
                        Expected.sound().unproven(TOO_MUCH)),
                Made.json(
                        "poison-contexts",
                        "a context of its own in each of sixty results",
                        contexts,
                        Expected.sound()
                                .but("CONTEXT", "INCONCLUSIVE context.too-much-work")
                                .unproven(TOO_MUCH)));
    }

    private static void graph(ObjectNode badge) {
        ArrayNode results = Badge.subject(badge).putArray("result");
        for (int i = 0; i < 7; i++) {
            ObjectNode result = result();
            results.add(result);
            ArrayNode alignments = result.putArray("alignment");
            for (int j = 0; j < 7; j++) {
                alignments.add(Json.object("""
                        {"type":["Alignment"],"targetName":"Lire","targetUrl":"https://referentiel.example/1"}
                        """));
            }
        }
    }

    private static void contexts(ObjectNode badge) {
        ArrayNode results = Badge.subject(badge).putArray("result");
        for (int i = 0; i < 60; i++) {
            ObjectNode result = result();
            result.set("@context", badge.get("@context"));
            results.add(result);
        }
    }

    private static ObjectNode result() {
        return Json.object("{\"type\":[\"Result\"],\"value\":\"A\"}");
    }
}
