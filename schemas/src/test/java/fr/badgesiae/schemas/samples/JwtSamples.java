package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Badges as VC-JWT with claims that agree with the badge, contradict it, or are absent; and the VC 1.1 form. */
final class JwtSamples {
    private JwtSamples() {}

    static List<Made> all() {
        return List.of(
                valid("es256", Issuers.ATELIER_EC, Issuers.ATELIER_EC_KID),
                valid("eddsa", Issuers.ATELIER_ED, Issuers.ATELIER_ED_KID),
                valid("rs256", Issuers.ATELIER_RSA, Issuers.ATELIER_RSA_KID),
                valid("kid-in-did-document", Issuers.ATELIER_EC, Issuers.ATELIER + "#es256-1"),
                httpsIssuer(),
                form11(),
                claims(
                        "iss-differs",
                        "iss is not the issuer",
                        p -> p.put("iss", Issuers.JARDIN),
                        "FAILED proof.claim-contradicts"),
                claims(
                        "sub-differs",
                        "sub is not the recipient",
                        p -> p.put("sub", "urn:uuid:00000000-0000-4000-8000-000000000001"),
                        "FAILED proof.claim-contradicts"),
                claims(
                        "jti-differs",
                        "jti is not the badge’s id",
                        p -> p.put("jti", "https://badges.example/credentials/AUTRE"),
                        "FAILED proof.claim-contradicts"),
                claims(
                        "nbf-differs",
                        "nbf is not validFrom",
                        p -> p.put("nbf", Jws.seconds("2026-09-01T08:00:00Z")),
                        "FAILED proof.claim-contradicts"),
                claims(
                        "exp-differs",
                        "exp is not validUntil",
                        p -> p.put("exp", Jws.seconds("2036-10-01T08:00:00Z")),
                        "FAILED proof.claim-contradicts"),
                claims(
                        "nbf-two-seconds-late",
                        "nbf is two seconds after validFrom",
                        p -> p.put("nbf", p.get("nbf").asLong() + 2),
                        "FAILED proof.claim-contradicts"),
                rounded("valid-jwt-nbf-rounded-up", "nbf is validFrom, rounded up", "validFrom", "nbf", 900, 1),
                rounded("valid-jwt-exp-rounded-up", "exp is validUntil, rounded up", "validUntil", "exp", 100, 1),
                rounded("valid-jwt-exp-rounded-down", "exp is validUntil, rounded down", "validUntil", "exp", 900, 0),
                bothDates(),
                claims("sub-absent", "no sub", p -> p.remove("sub"), "WARNING proof.claims-absent"),
                claims(
                        "claims-absent",
                        "none of the registered claims",
                        p -> p.remove(List.of("iss", "sub", "jti", "nbf", "exp")),
                        "WARNING proof.claims-absent"),
                expOnly(),
                relaxed(
                        "undefined-property",
                        "context.undefined-term",
                        "a property that no context defines, signed",
                        p -> p.put("mention", "Très bien")),
                relaxed(
                        "unknown-context",
                        "context.unknown",
                        "a context that is in no catalogue, signed",
                        p -> p.withArray("@context").add("https://mots.example/contexte.json")));
    }

    /** Signs a payload with the issuer’s P-256 key under its URL. */
    static String signed(ObjectNode payload) {
        return Jws.compact(Jws.header(Issuers.ATELIER_EC, Issuers.ATELIER_EC_KID), payload, Issuers.ATELIER_EC::sign);
    }

    private static Made made(String name, String about, String jwt, Expected expected) {
        return Made.text("jwt-" + name + ".jwt", about, jwt, expected);
    }

    private static Made valid(String name, JwsKey key, String kid) {
        String jwt = Jws.compact(Jws.header(key, kid), Jws.payload(Badge.unsigned()), key::sign);
        return Made.text("valid-jwt-" + name + ".jwt", "VC-JWT, " + key.algorithm(), jwt, Expected.sound());
    }

    private static Made httpsIssuer() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, Issuers.RECYCLERIE, "La Recyclerie des Deux Rives"));
        String jwt = Jws.compact(
                Jws.header(Issuers.RECYCLERIE_EC, Issuers.RECYCLERIE_KID),
                Jws.payload(badge),
                Issuers.RECYCLERIE_EC::sign);
        return Made.text(
                "valid-jwt-https-jwks.jwt",
                "issuer with an https id, key in the key list of its origin under the issuer’s name",
                jwt,
                Expected.soundWithoutStatus());
    }

    private static Made claims(String name, String about, Consumer<ObjectNode> change, String answer) {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        change.accept(payload);
        Expected expected = Expected.sound();
        return made(
                name,
                about,
                signed(payload),
                answer.startsWith("FAILED") ? expected.unproven(answer) : expected.but("PROOF", answer));
    }

    /** The claim in seconds beside the date in milliseconds. */
    private static Made rounded(String file, String about, String date, String claim, int milliseconds, int up) {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        payload.put(date, payload.get(date).asText().replace("Z", "." + milliseconds + "Z"));
        payload.put(claim, payload.get(claim).asLong() + up);
        return Made.text(file + ".jwt", about, signed(payload), Expected.sound());
    }

    /** In VC 1.1, nbf repeats issuanceDate, and validFrom may say since when the skill is held. */
    private static Made bothDates() {
        ObjectNode payload = form11Payload();
        ((ObjectNode) payload.get("vc")).put("validFrom", "2020-01-01T00:00:00Z");
        return Made.text(
                "valid-jwt-vc11-both-dates.jwt",
                "the VC 1.1 form with dates of both data models, nbf is issuanceDate",
                signed(payload),
                Expected.soundWithoutStatus());
    }

    private static Made relaxed(String name, String reason, String about, Consumer<ObjectNode> change) {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        change.accept(payload);
        return made(name, about, signed(payload), Expected.sound().but("CONTEXT", "WARNING " + reason));
    }

    private static Made expOnly() {
        ObjectNode payload = Jws.payload(Badge.unsigned(b -> b.remove("validUntil")));
        payload.put("exp", Jws.seconds("2026-11-01T08:00:00Z"));
        return made(
                "exp-alone-ends",
                "no validUntil, and exp is past",
                signed(payload),
                Expected.sound().but("VALIDITY_PERIOD", "FAILED validity-period.expired"));
    }

    private static Made form11() {
        return Made.text(
                "valid-jwt-vc11.jwt",
                "the VC 1.1 form, the badge in the claim vc",
                signed(form11Payload()),
                Expected.soundWithoutStatus());
    }

    private static ObjectNode form11Payload() {
        ObjectNode badge = Badge.unsigned();
        badge.withArray("@context").set(0, "https://www.w3.org/2018/credentials/v1");
        badge.set("issuanceDate", badge.remove("validFrom"));
        badge.set("expirationDate", badge.remove("validUntil"));
        badge.remove("credentialStatus");
        ObjectNode schema = (ObjectNode) badge.at("/credentialSchema/0");
        schema.put("id", schema.get("id").asText().replace("_achievement", "_anyachievement"));
        ObjectNode payload = Jws.payload(badge.deepCopy()
                .put("validFrom", badge.get("issuanceDate").asText())
                .put("validUntil", badge.get("expirationDate").asText()));
        payload.retain("iss", "jti", "nbf", "sub", "exp");
        payload.set("vc", badge);
        return payload;
    }
}
