package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Valid badges with an embedded proof, in the accepted variants. */
final class EmbeddedSamples {
    private EmbeddedSamples() {}

    static List<Made> all() {
        return List.of(
                Made.json("valid-did-web", "issuer did:web, eddsa-rdfc-2022", Badge.signed(b -> {}), Expected.sound()),
                didKey(),
                httpsProfile(),
                Made.json(
                        "valid-without-status",
                        "no credentialStatus",
                        Badge.signed(b -> b.remove("credentialStatus")),
                        Expected.soundWithoutStatus()),
                Made.json(
                        "valid-without-end",
                        "no validUntil",
                        Badge.signed(b -> b.remove("validUntil")),
                        Expected.sound()),
                Made.json(
                        "valid-identifier-without-id",
                        "the subject has an identifier and no id",
                        Badge.signed(EmbeddedSamples::identifierOnly),
                        Expected.sound()),
                Made.json("valid-with-level", "a rubric level", Badge.signed(EmbeddedSamples::level), Expected.sound()),
                Made.json("valid-proof-list", "the proof in a list", proofs(false), Expected.sound()),
                Made.json(
                        "valid-beside-unknown-suite",
                        "a second proof of no known suite",
                        proofs(true),
                        Expected.sound()),
                Made.json(
                        "valid-loose-form",
                        "a list of one written as its only member",
                        Badge.signed(EmbeddedSamples::loose),
                        Expected.sound().but("SCHEMA", "WARNING schema.loose-only")),
                Made.json(
                        "valid-loose-form-naming-strict-schema",
                        "the loose form, with the published schema of the strict form named",
                        Badge.signed(b -> achievement(b).put("tag", "équipe")),
                        Expected.sound().but("SCHEMA", "WARNING schema.loose-only")),
                Made.json("valid-reordered", "members in another order", reordered(), Expected.sound()));
    }

    private static Made didKey() {
        String did = Issuers.didKey(Issuers.HOLDER);
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, did, "Une Voisine"));
        String method = did + "#" + Issuers.HOLDER.multikey();
        return Made.json(
                "valid-did-key",
                "issuer did:key",
                DataIntegrity.sign(badge, Issuers.HOLDER, method, Badge.CREATED),
                Expected.soundWithoutStatus());
    }

    private static Made httpsProfile() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, Issuers.JARDIN, "Le Jardin Partagé"));
        return Made.json(
                "valid-https-profile",
                "issuer with an https id, keys listed in its Profile",
                DataIntegrity.sign(badge, Issuers.JARDIN_ED, Issuers.JARDIN + "#ed25519-1", Badge.CREATED),
                Expected.soundWithoutStatus());
    }

    private static void identifierOnly(ObjectNode badge) {
        subject(badge).remove("id");
        subject(badge).putArray("identifier").add(Json.object("""
                        {"type":"IdentityObject","hashed":false,"identityHash":"Camille Exemple","identityType":"name"}
                        """));
    }

    private static void level(ObjectNode badge) {
        achievement(badge).putArray("resultDescription").add(Json.object("""
                        {"id":"https://badges.example/achievements/A1/1#niveau","type":["ResultDescription"],"name":"Niveau",
                        "resultType":"RubricCriterionLevel","rubricCriterionLevel":[
                        {"id":"https://badges.example/achievements/A1/1#n1","type":["RubricCriterionLevel"],"name":"Avec de l’aide"},
                        {"id":"https://badges.example/achievements/A1/1#n2","type":["RubricCriterionLevel"],"name":"Sans aide"}]}
                        """));
        subject(badge).putArray("result").add(Json.object("""
                        {"type":["Result"],"resultDescription":"https://badges.example/achievements/A1/1#niveau",
                        "achievedLevel":"https://badges.example/achievements/A1/1#n2"}
                        """));
    }

    private static void loose(ObjectNode badge) {
        achievement(badge).put("tag", "équipe");
        // it would name the strict form
        badge.remove("credentialSchema");
    }

    private static ObjectNode proofs(boolean unknownToo) {
        ObjectNode badge = Badge.signed(b -> {});
        ObjectNode proof = (ObjectNode) badge.remove("proof");
        badge.putArray("proof").add(proof);
        if (unknownToo) {
            badge.withArray("proof").add(proof.deepCopy().put("cryptosuite", "exemple-rdfc-2099"));
        }
        return badge;
    }

    private static ObjectNode reordered() {
        ObjectNode badge = Badge.signed(b -> {});
        ObjectNode other = Json.object("{}");
        List<String> names = new java.util.ArrayList<>();
        badge.fieldNames().forEachRemaining(names::add);
        names.stream().sorted(java.util.Comparator.reverseOrder()).forEach(name -> other.set(name, badge.get(name)));
        return other;
    }
}
