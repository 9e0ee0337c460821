package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Badges that use one id for several nodes; RDF still determines each of their statements. */
final class ReusedIdSamples {
    private static final String PAGE = "https://badges.example/pages/accueil";

    private ReusedIdSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>(List.of(
                reused("refresh", "refreshService", ReusedIdSamples::refresh)
                        .expecting("REFRESH", "SKIPPED refresh.not-asked"),
                reused("criteria", "the criteria", b -> criteria(b).put("id", id(b))),
                reused("achievement", "the achievement", b -> achievement(b).put("id", id(b))),
                reused("related", "a related achievement", b -> related(b, id(b))),
                reused("related-bare", "a related achievement, with nothing but the id", ReusedIdSamples::relatedBare),
                reused("image", "the image of the achievement", ReusedIdSamples::image),
                reused("status", "credentialStatus", b -> Badge.status(b).put("id", id(b))),
                reused("subject", "the subject", b -> subject(b).put("id", id(b))),
                reused("evidence", "the evidence", b -> evidence(b, id(b)))
                        .expecting("EVIDENCE", "PASSED evidence.described"),
                reused("evidence-named", "the evidence, under the badge’s own name", ReusedIdSamples::namedEvidence)
                        .expecting("EVIDENCE", "PASSED evidence.described"),
                reused("everywhere", "criteria, related, evidence and refreshService", ReusedIdSamples::everywhere)
                        .expecting("EVIDENCE", "PASSED evidence.described")
                        .expecting("REFRESH", "SKIPPED refresh.not-asked")));
        all.add(Made.json(
                "valid-one-page-for-all",
                "achievement, criteria, related and evidence share an id that is not the credential’s",
                Badge.signed(ReusedIdSamples::onePage),
                Expected.sound().but("EVIDENCE", "PASSED evidence.described")));
        all.add(complete());
        return all;
    }

    private static Made reused(String name, String where, Consumer<ObjectNode> change) {
        return Made.json(
                "valid-own-id-" + name,
                "the credential’s id used again: " + where,
                Badge.signed(change),
                Expected.sound());
    }

    /** Every optional class at once, with the ids shared as in the specification’s complete example. */
    private static Made complete() {
        return Made.json(
                "valid-own-id-complete",
                "endorsements that share the status, the schema and the refresh service of the badge",
                Badge.signed(CompleteBadge::fill),
                Expected.sound()
                        .but("REFRESH", "SKIPPED refresh.not-asked")
                        .but("EVIDENCE", "PASSED evidence.described")
                        .but("ENDORSEMENTS", "WARNING endorsements.not-verified"));
    }

    static String id(ObjectNode badge) {
        return badge.get("id").asText();
    }

    static ObjectNode criteria(ObjectNode badge) {
        return (ObjectNode) achievement(badge).get("criteria");
    }

    static void refresh(ObjectNode badge) {
        badge.set(
                "refreshService",
                Json.object("{\"type\":\"1EdTechCredentialRefresh\"}").put("id", id(badge)));
    }

    static ObjectNode related(ObjectNode badge, String id) {
        ObjectNode related = Json.object("{\"type\":[\"Related\"],\"inLanguage\":\"fr\",\"version\":\"1\"}");
        achievement(badge).putArray("related").add(related.put("id", id));
        return related;
    }

    static ObjectNode evidence(ObjectNode badge, String id) {
        ObjectNode evidence = Json.object(
                "{\"type\":[\"Evidence\"],\"narrative\":\"Trois semaines au comptoir.\",\"genre\":\"Récit\"}");
        badge.putArray("evidence").add(evidence.put("id", id));
        return evidence;
    }

    private static void relatedBare(ObjectNode badge) {
        related(badge, id(badge))
                .removeAll()
                .put("id", id(badge))
                .putArray("type")
                .add("Related");
    }

    private static void image(ObjectNode badge) {
        achievement(badge)
                .set(
                        "image",
                        Json.object("{\"type\":\"Image\",\"caption\":\"Un rond vert\"}")
                                .put("id", id(badge)));
        badge.remove("image");
    }

    private static void namedEvidence(ObjectNode badge) {
        evidence(badge, id(badge)).put("name", badge.get("name").asText());
    }

    private static void everywhere(ObjectNode badge) {
        criteria(badge).put("id", id(badge));
        related(badge, id(badge));
        evidence(badge, id(badge));
        withoutNarrative(badge);
        refresh(badge);
    }

    /** Criteria and evidence of one id could exchange their narratives. */
    private static void withoutNarrative(ObjectNode badge) {
        badge.withArray("/evidence").forEach(one -> ((ObjectNode) one).remove("narrative"));
    }

    private static void onePage(ObjectNode badge) {
        achievement(badge).put("id", PAGE);
        criteria(badge).put("id", PAGE);
        related(badge, PAGE);
        evidence(badge, PAGE);
        withoutNarrative(badge);
    }
}
