package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Badges with valid and invalid endorsements; a defect of an endorsement does not change the badge. */
final class EndorsementSamples {
    private static final String METHOD = Issuers.JARDIN + "#ed25519-1";
    private static final String TEXT = """
            {
              "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
              ],
              "id": "https://badges.example/endorsements/E1",
              "type": ["VerifiableCredential", "EndorsementCredential"],
              "name": "Recommandation",
              "issuer": { "id": "https://badges.example/issuers/jardin", "type": ["Profile"], "name": "Le Jardin Partagé" },
              "validFrom": "2026-10-02T08:00:00Z",
              "credentialSubject": {
                "type": ["EndorsementSubject"],
                "endorsementComment": "Nous reconnaissons ce badge à l’embauche."
              }
            }
            """;
    private static final String VERIFIED = "PASSED endorsements.verified";
    private static final String NOT_VERIFIED = "WARNING endorsements.not-verified";

    private EndorsementSamples() {}

    static List<Made> all() {
        return List.of(
                badge(
                        "valid-endorsed-badge",
                        "the badge endorsed, with an embedded proof",
                        b -> embedded(b, signed(of(b))),
                        VERIFIED),
                badge(
                        "valid-endorsed-achievement",
                        "the achievement endorsed",
                        EndorsementSamples::achievementOnly,
                        VERIFIED),
                badge(
                        "valid-endorsed-issuer",
                        "the issuer endorsed, as a JWS",
                        EndorsementSamples::issuerOnly,
                        VERIFIED),
                badge(
                        "valid-endorsed-three-times",
                        "badge, achievement and issuer endorsed",
                        EndorsementSamples::three,
                        VERIFIED),
                badge(
                        "endorsement-tampered",
                        "an endorsement changed after it was signed",
                        b -> embedded(b, signed(of(b)).put("name", "Autre chose")),
                        NOT_VERIFIED),
                badge("endorsement-unsigned", "an endorsement without proof", b -> embedded(b, of(b)), NOT_VERIFIED),
                badge(
                        "endorsement-of-another-badge",
                        "an endorsement that is about another badge",
                        b -> embedded(b, signed(about(Badge.HOST + "/credentials/AUTRE"))),
                        "WARNING endorsements.subject-differs"),
                badge(
                        "endorsement-expired",
                        "an endorsement that has ended",
                        b -> embedded(b, signed(of(b).put("validUntil", "2026-11-01T08:00:00Z"))),
                        NOT_VERIFIED),
                badge(
                        "endorsement-by-unknown-endorser",
                        "an endorser whose keys cannot be found",
                        EndorsementSamples::endorserAbsent,
                        NOT_VERIFIED),
                badge(
                        "endorsement-is-a-badge",
                        "a badge where an endorsement should be",
                        EndorsementSamples::notOne,
                        NOT_VERIFIED),
                badge(
                        "endorsement-nameless",
                        "an endorsement without a name",
                        EndorsementSamples::nameless,
                        NOT_VERIFIED),
                badge(
                        "endorsement-not-a-jws",
                        "three parts that decode to nothing",
                        b -> jwt(b, "abc.def.ghi"),
                        NOT_VERIFIED),
                badge(
                        "endorsements-too-many",
                        "more endorsements than are examined",
                        EndorsementSamples::many,
                        "WARNING endorsements.too-many"),
                Made.json(
                        "endorsement-alone",
                        "an endorsement brought alone",
                        signed(alone()),
                        Expected.soundWithoutStatus()),
                Made.text(
                        "endorsement-alone.jwt",
                        "an endorsement brought alone, as a JWS",
                        compact(alone()),
                        Expected.soundWithoutStatus()),
                Made.json(
                        "endorsement-alone-tampered",
                        "an endorsement brought alone, changed after it was signed",
                        signed(alone()).put("name", "Autre chose"),
                        Expected.soundWithoutStatus().unproven("FAILED proof.signature-invalid")),
                Made.json(
                        "endorsement-alone-expired",
                        "an endorsement brought alone that has ended",
                        signed(alone().put("validUntil", "2026-11-01T08:00:00Z")),
                        Expected.soundWithoutStatus().but("VALIDITY_PERIOD", "FAILED validity-period.expired")));
    }

    static ObjectNode alone() {
        return about(Badge.HOST + "/credentials/7K2MX0Q9TDWE");
    }

    private static Made badge(String name, String about, Consumer<ObjectNode> change, String answer) {
        return Made.json(name, about, Badge.signed(change), Expected.sound().but("ENDORSEMENTS", answer));
    }

    private static ObjectNode about(String id) {
        ObjectNode endorsement = Json.object(TEXT);
        ((ObjectNode) endorsement.get("credentialSubject")).put("id", id);
        return endorsement;
    }

    private static ObjectNode of(ObjectNode thing) {
        return about(thing.get("id").asText());
    }

    static ObjectNode signed(ObjectNode endorsement) {
        return DataIntegrity.sign(endorsement, Issuers.JARDIN_ED, METHOD, "2026-10-02T08:00:05Z");
    }

    private static String compact(ObjectNode endorsement) {
        return Jws.compact(Jws.header(Issuers.JARDIN_ED, METHOD), Jws.payload(endorsement), Issuers.JARDIN_ED::sign);
    }

    private static void embedded(ObjectNode thing, ObjectNode endorsement) {
        thing.withArray("endorsement").add(endorsement);
    }

    private static void jwt(ObjectNode thing, String compact) {
        thing.withArray("endorsementJwt").add(compact);
    }

    private static void achievementOnly(ObjectNode badge) {
        embedded(achievement(badge), signed(of(achievement(badge))));
    }

    private static void issuerOnly(ObjectNode badge) {
        ObjectNode issuer = (ObjectNode) badge.get("issuer");
        jwt(issuer, compact(of(issuer)));
    }

    private static void three(ObjectNode badge) {
        achievementOnly(badge);
        issuerOnly(badge);
        jwt(badge, compact(of(badge)));
    }

    private static void endorserAbsent(ObjectNode badge) {
        ObjectNode endorsement = of(badge);
        ((ObjectNode) endorsement.get("issuer")).put("id", Issuers.ABSENT);
        embedded(
                badge,
                DataIntegrity.sign(endorsement, Issuers.JARDIN_ED, Issuers.ABSENT + "#1", "2026-10-02T08:00:05Z"));
    }

    private static void notOne(ObjectNode badge) {
        jwt(badge, JwtSamples.signed(Jws.payload(Badge.unsigned())));
    }

    private static void nameless(ObjectNode badge) {
        ObjectNode endorsement = of(badge);
        endorsement.remove("name");
        jwt(badge, compact(endorsement));
    }

    private static void many(ObjectNode badge) {
        ArrayNode list = badge.withArray("endorsementJwt");
        for (int i = 1; i <= 17; i++) {
            list.add(compact(of(badge).put("id", Badge.HOST + "/endorsements/E" + i)));
        }
    }
}
