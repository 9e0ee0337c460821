package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;

/**
 * The summary of an Open Badges 2.0 assertion for people: of the published one, where that is judged. Of a revoked assertion
 * that no longer states its content, only the issuer: what the submitted copy says of the rest is not proven.
 */
final class AssertionSummary {
    private AssertionSummary() {}

    static BadgeSummary of(BadgeGraph graph) {
        JsonNode none = JsonNodeFactory.instance.missingNode();
        ObjectNode assertion = graph.assertion();
        JsonNode badge = graph.copy().reduced()
                ? none
                : graph.badgeClass().<JsonNode>map(found -> found).orElse(none);
        JsonNode profile = graph.hostedProfile()
                .or(graph::embeddedProfile)
                .<JsonNode>map(found -> found)
                .orElse(none);
        JsonNode criteria = badge.path("criteria");
        return new BadgeSummary(
                badge.path("name").textValue(),
                badge.path("description").textValue(),
                BadgeGraph.idOf(badge.path("image")),
                criteria.has("narrative") ? criteria.path("narrative").textValue() : BadgeGraph.idOf(criteria),
                graph.declaredIssuerId(),
                profile.path("name").textValue(),
                assertion.path("recipient").path("identity").textValue(),
                assertion.path("issuedOn").textValue(),
                assertion.path("expires").textValue());
    }
}
