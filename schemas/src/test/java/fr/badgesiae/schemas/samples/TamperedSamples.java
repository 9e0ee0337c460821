package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** A valid badge with an embedded proof, changed after signing. */
final class TamperedSamples {
    private TamperedSamples() {}

    static List<Made> all() {
        return List.of(
                plain("name", "another name", b -> achievement(b).put("name", "Diriger une équipe")),
                plain("end-date", "a later end", b -> b.put("validUntil", "2036-10-01T08:00:00Z")),
                plain("criteria", "other criteria", b -> criteria(b).put("narrative", "Dirige dix personnes.")),
                plain("issuer-name", "another issuer name", b -> issuer(b).put("name", "Le Grand Chantier")),
                plain(
                        "subject",
                        "another recipient",
                        b -> subject(b).put("id", "urn:uuid:00000000-0000-4000-8000-000000000001")),
                Made.json(
                        "tampered-status-removed",
                        "the status taken away",
                        Badge.tampered(b -> b.remove("credentialStatus")),
                        Expected.soundWithoutStatus().unproven("FAILED proof.signature-invalid")),
                plain(
                        "defined-property",
                        "a property added that the contexts define",
                        b -> subject(b).put("role", "Cheffe d’équipe")),
                unsafe(
                        "undefined-property",
                        "context.undefined-term",
                        "a property added that no context defines",
                        b -> b.put("mention", "Très bien")),
                unsafe(
                        "unknown-type",
                        "context.type-not-absolute",
                        "a type added that no context defines",
                        b -> achievement(b).withArray("type").add("MentionSpeciale")),
                unsafe(
                        "relative-id",
                        "context.id-not-absolute",
                        "an id that is no absolute IRI",
                        b -> subject(b).put("id", "salarie-7")),
                unsafe(
                        "blank-node-evidence",
                        "context.id-not-absolute",
                        "evidence with a blank-node id",
                        b -> b.putArray("evidence")
                                .add(Json.object("{\"id\":\"_:b0\",\"type\":[\"Evidence\"],\"narrative\":\"Tri.\"}"))),
                Made.json(
                        "tampered-dropped-value",
                        "a value in a language that is none, which RDF drops",
                        Badge.tampered(TamperedSamples::droppedCaption),
                        Expected.sound()
                                .but("CONTEXT", "FAILED context.value-dropped")
                                .but("SCHEMA", "FAILED schema.does-not-conform")
                                .unproven("FAILED proof.document-unsafe")));
    }

    private static Made plain(String name, String about, Consumer<ObjectNode> change) {
        return Made.json(
                "tampered-" + name,
                about,
                Badge.tampered(change),
                Expected.sound().unproven("FAILED proof.signature-invalid"));
    }

    private static Made unsafe(String name, String reason, String about, Consumer<ObjectNode> change) {
        return Made.json(
                "tampered-" + name,
                about,
                Badge.tampered(change),
                Expected.sound().but("CONTEXT", "FAILED " + reason).unproven("FAILED proof.document-unsafe"));
    }

    private static ObjectNode criteria(ObjectNode badge) {
        return (ObjectNode) achievement(badge).get("criteria");
    }

    private static ObjectNode issuer(ObjectNode badge) {
        return (ObjectNode) badge.get("issuer");
    }

    private static void droppedCaption(ObjectNode badge) {
        ((ObjectNode) badge.get("image"))
                .set("caption", Json.object("{\"@value\":\"Mention très bien\",\"@language\":\"pas une langue\"}"));
    }
}
