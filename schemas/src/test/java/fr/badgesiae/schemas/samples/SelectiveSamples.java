package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Valid and invalid badges with selective disclosure. */
final class SelectiveSamples {
    private static final String NOT_SIGNED = "FAILED proof.statement-not-signed";

    private SelectiveSamples() {}

    static List<Made> all() {
        ObjectNode whole = proof().derived(KeyRing.P256, shown -> {});
        ObjectNode part = proof().derived(KeyRing.P256, SelectiveSamples::hide);
        return List.of(
                sound("valid-ecdsa-sd-2023-whole", "a derived proof that shows everything", whole),
                sound("valid-ecdsa-sd-2023-part", "a derived proof that leaves some of it out", part),
                sound(
                                "ecdsa-sd-2023-required-left-out",
                                "a derived proof that leaves out the name of the achievement, which is required",
                                proof().derived(
                                                KeyRing.P256,
                                                b -> Badge.achievement(b).remove("name")))
                        .expecting("SCHEMA", "FAILED schema.does-not-conform"),
                Made.json(
                        "ecdsa-sd-2023-base",
                        "the proof that the issuer gave to the holder, shown as it is",
                        proof().base(KeyRing.P256),
                        Expected.soundWithoutStatus().unproven("INCONCLUSIVE proof.base-proof-only")),
                failed(
                        "value-changed",
                        "another name",
                        part,
                        b -> Badge.achievement(b).put("name", "Diriger"),
                        NOT_SIGNED),
                failed(
                        "statement-added",
                        "a statement added",
                        part,
                        b -> Badge.subject(b).put("role", "Cheffe d’équipe"),
                        NOT_SIGNED),
                failed("node-added", "a nameless thing added", part, SelectiveSamples::result, NOT_SIGNED),
                failed("mandatory-removed", "the end taken away", part, b -> b.remove("validUntil"), NOT_SIGNED),
                failed(
                        "mandatory-changed",
                        "a later end",
                        part,
                        b -> b.put("validUntil", "2036-10-01T08:00:00Z"),
                        "FAILED proof.signature-invalid"),
                failed(
                        "value-cut",
                        "half of the proof’s value",
                        part,
                        b -> b.withObject("/proof")
                                .put(
                                        "proofValue",
                                        b.at("/proof/proofValue").asText().substring(0, 400)),
                        "FAILED proof.signature-malformed"),
                Made.json(
                        "ecdsa-sd-2023-key-not-listed",
                        "derived from a proof by somebody else",
                        proof().derived(EcKey.of("intruder p-256"), SelectiveSamples::hide),
                        Expected.soundWithoutStatus().unproven("FAILED proof.signature-invalid")));
    }

    private static SelectiveProof proof() {
        return new SelectiveProof(
                SuiteProofs.badge(),
                SuiteProofs.options("ecdsa-sd-2023", "p256-1"),
                List.of("#issuer>", "#validFrom>", "#validUntil>"));
    }

    private static void hide(ObjectNode badge) {
        badge.remove(List.of("awardedDate", "description"));
        Badge.achievement(badge).remove(List.of("tag", "version", "alignment"));
    }

    private static void result(ObjectNode badge) {
        Badge.subject(badge).putArray("result").add(Json.object("{\"type\":[\"Result\"],\"value\":\"A\"}"));
    }

    private static Made sound(String name, String about, ObjectNode badge) {
        return Made.json(name, about, badge, Expected.soundWithoutStatus());
    }

    private static Made failed(
            String name, String about, ObjectNode shown, Consumer<ObjectNode> change, String answer) {
        ObjectNode badge = shown.deepCopy();
        change.accept(badge);
        return Made.json(
                "ecdsa-sd-2023-" + name,
                about,
                badge,
                Expected.soundWithoutStatus().unproven(answer));
    }
}
