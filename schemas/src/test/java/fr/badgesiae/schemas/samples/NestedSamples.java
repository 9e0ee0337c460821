package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** VC-JWT badges with an inner object that breaks the data model; the signature over JSON is valid whatever the terms mean. */
final class NestedSamples {
    private static final String ANYURI = "https://badges.example/x";

    private NestedSamples() {}

    static List<Made> all() {
        return List.of(
                nested(
                                "result-type-wrong",
                                "a Result of another type",
                                b -> add(subject(b), "result", "{\"type\":[\"Resultat\"]}"))
                        .expecting("CONTEXT", "WARNING context.type-not-absolute"),
                nested(
                        "result-status-unknown",
                        "a Result with a status of no vocabulary",
                        b -> add(subject(b), "result", "{\"type\":[\"Result\"],\"status\":\"Reussi\"}")),
                nested(
                        "result-description-untitled",
                        "a ResultDescription without a name",
                        b -> add(
                                achievement(b),
                                "resultDescription",
                                "{\"id\":\"" + ANYURI
                                        + "\",\"type\":[\"ResultDescription\"],\"resultType\":\"Percent\"}")),
                nested(
                                "identity-type-wrong",
                                "an IdentityObject of another type",
                                b -> add(
                                        subject(b),
                                        "identifier",
                                        "{\"type\":\"Identity\",\"hashed\":false,\"identityHash\":\"Camille\",\"identityType\":\"name\"}"))
                        .expecting("CONTEXT", "WARNING context.undefined-term"),
                nested(
                        "identity-hashed-missing",
                        "an IdentityObject that does not say whether it is hashed",
                        b -> add(
                                subject(b),
                                "identifier",
                                "{\"type\":\"IdentityObject\",\"identityHash\":\"Camille\",\"identityType\":\"name\"}")),
                nested(
                        "identity-kind-unknown",
                        "an IdentityObject of no vocabulary",
                        b -> add(
                                subject(b),
                                "identifier",
                                "{\"type\":\"IdentityObject\",\"hashed\":false,\"identityHash\":\"Camille\",\"identityType\":\"surnom\"}")),
                nested(
                                "identifier-entry-type-wrong",
                                "an IdentifierEntry of another type",
                                b -> add(
                                        achievement(b),
                                        "otherIdentifier",
                                        "{\"type\":\"Identifiant\",\"identifier\":\"1\",\"identifierType\":\"identifier\"}"))
                        .expecting("CONTEXT", "WARNING context.undefined-term"),
                nested(
                        "alignment-without-target",
                        "an Alignment without target",
                        b -> add(achievement(b), "alignment", "{\"type\":[\"Alignment\"],\"targetName\":\"Trier\"}")),
                nested(
                        "achievement-kind-unknown",
                        "an achievementType of no vocabulary",
                        b -> achievement(b).put("achievementType", "Savoir")),
                nested(
                        "language-malformed",
                        "a language that is none",
                        b -> achievement(b).put("inLanguage", "français")),
                nested(
                                "parent-type-wrong",
                                "a parent that is no Profile",
                                b -> ((ObjectNode) b.at("/issuer/parentOrg"))
                                        .putArray("type")
                                        .add("Organisation"))
                        .expecting("CONTEXT", "WARNING context.type-not-absolute"),
                nested(
                        "awarded-date-malformed",
                        "a day where an instant should be",
                        b -> b.put("awardedDate", "2026-10-01")),
                nested(
                                "evidence-type-wrong",
                                "Evidence of another type",
                                b -> add(b, "evidence", "{\"type\":[\"Preuve\"],\"id\":\"" + ANYURI + "\"}"))
                        .expecting("EVIDENCE", "WARNING evidence.type-wrong")
                        .expecting("CONTEXT", "WARNING context.type-not-absolute"),
                nested(
                                "refresh-without-address",
                                "a refresh service without an address",
                                b -> b.putObject("refreshService").put("type", "1EdTechCredentialRefresh"))
                        .expecting("REFRESH", "SKIPPED refresh.not-asked"),
                nested(
                                "both-starts-differ",
                                "both validFrom and issuanceDate, which differ",
                                b -> b.put("issuanceDate", "2026-12-01T08:00:00Z"))
                        .expecting("SCHEMA", "PASSED schema.conforms")
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-yet-valid")
                        .expecting("CONTEXT", "WARNING context.undefined-term"));
    }

    private static void add(ObjectNode parent, String member, String json) {
        parent.putArray(member).add(Json.object(json));
    }

    private static Made nested(String name, String about, Consumer<ObjectNode> change) {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        change.accept(payload);
        return Made.text(
                "jwt-" + name + ".jwt",
                about,
                JwtSamples.signed(payload),
                Expected.sound().but("SCHEMA", "FAILED schema.does-not-conform"));
    }
}
