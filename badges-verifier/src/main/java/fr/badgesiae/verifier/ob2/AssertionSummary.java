package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.BadgeSummary.Alignment;
import fr.badgesiae.verifier.BadgeSummary.Details;
import fr.badgesiae.verifier.BadgeSummary.Evidence;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of an Open Badges 2.0 assertion or endorsement for people: of the published one, where that is judged. Of a
 * revoked assertion that no longer states its content, only the issuer: what the submitted copy says of the rest is not
 * proven.
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
        String narrative = BadgeSummary.text(badge.path("criteria"), "narrative");
        String criteriaUrl = BadgeGraph.idOf(badge.path("criteria"));
        return new BadgeSummary(
                BadgeSummary.text(badge, "name"),
                BadgeSummary.text(badge, "description"),
                BadgeGraph.idOf(badge.path("image")),
                narrative == null ? criteriaUrl : narrative,
                graph.declaredIssuerId(),
                BadgeSummary.text(profile, "name"),
                assertion.path("recipient").path("identity").textValue(),
                assertion.path("issuedOn").textValue(),
                assertion.path("expires").textValue(),
                details(assertion, badge, criteriaUrl));
    }

    private static Details details(ObjectNode assertion, JsonNode badge, @Nullable String criteriaUrl) {
        JsonNode recipient = assertion.path("recipient");
        return new Details(
                null,
                badge.path("id").textValue(),
                BadgeSummary.text(badge, "@language"),
                criteriaUrl,
                BadgeSummary.text(assertion.path("extensions:recipientProfile"), "name"),
                BadgeSummary.text(recipient, "type"),
                recipient.path("hashed").asBoolean(false),
                null,
                BadgeSummary.text(assertion, "narrative"),
                BadgeSummary.text(assertion.path("claim"), "endorsementComment"),
                List.of(),
                BadgeSummary.each(badge.path("alignment"), Alignment::of),
                BadgeSummary.each(assertion.path("evidence"), Evidence::of));
    }
}
