package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** VC-JWT for each algorithm, with misleading headers, and with dates of the older data model. */
final class JwtKeySamples {
    private JwtKeySamples() {}

    static List<Made> all() {
        return List.of(
                sound("valid-jwt-es384", "ES384", signed(KeyRing.P384, "p384-1", h -> {})),
                sound(
                        "valid-jwt-alg-ed25519",
                        "the newer name Ed25519",
                        signed(KeyRing.ED, "ed25519-1", h -> h.put("alg", "Ed25519"))),
                sound(
                        "valid-jwt-bare-kid",
                        "a kid that is only a fragment",
                        signed(KeyRing.ED, "ed25519-1", h -> h.put("kid", "ed25519-1"))),
                sound("valid-jwt-without-kid", "no kid at all", signed(KeyRing.P256, "p256-1", h -> h.remove("kid"))),
                didJwk(),
                failed(
                        "jwt-rs256-1024-bits",
                        "RS256 by a key of 1024 bits",
                        signed(RsaKey.shortOne(), "courte", h -> {}),
                        "FAILED proof.key-too-short"),
                failed(
                        "jwt-alg-not-examined",
                        "ES256K, which we do not examine",
                        signed(KeyRing.P256, "p256-1", h -> h.put("alg", "ES256K")),
                        "INCONCLUSIVE proof.algorithm-not-examined"),
                secp256k1(),
                failed(
                        "jwt-jku-not-followed",
                        "the header leads to somebody else’s keys",
                        signed(
                                Issuers.INTRUDER_EC,
                                "intrus",
                                h -> h.put("jku", "https://intrus.example/jwks.json")
                                        .put("x5u", "https://intrus.example/cert.pem")
                                        .put("kid", "https://intrus.example/keys/1")),
                        "FAILED proof.key-not-listed-by-issuer"),
                failed(
                        "jwt-b64-false",
                        "a payload that is not encoded",
                        signed(
                                KeyRing.P256,
                                "p256-1",
                                h -> h.put("b64", false).putArray("crit").add("b64")),
                        "FAILED proof.critical-header-unknown"),
                failed(
                        "jwt-b64-not-critical",
                        "a payload said not to be encoded",
                        signed(KeyRing.P256, "p256-1", h -> h.put("b64", false)),
                        "FAILED proof.payload-not-encoded"),
                failed(
                        "jwt-eddsa-under-p256-key",
                        "alg EdDSA under a P-256 key",
                        signed(KeyRing.P256, "p256-1", h -> h.put("alg", "EdDSA")),
                        "FAILED proof.signature-invalid"),
                olderDate(
                        "jwt-expiration-date-past",
                        "expirationDate in a VC 2.0 badge, and it is past",
                        p -> p.put("expirationDate", "2026-11-01T08:00:00Z")
                                .put("exp", Jws.seconds("2026-11-01T08:00:00Z")),
                        Expected.soundWithoutStatus().but("VALIDITY_PERIOD", "FAILED validity-period.expired")),
                olderDate(
                        "jwt-exp-differs-from-expiration-date",
                        "exp is later than expirationDate in a VC 2.0 badge",
                        p -> p.put("expirationDate", "2026-12-01T08:00:00Z")
                                .put("exp", Jws.seconds("2036-12-01T08:00:00Z")),
                        Expected.soundWithoutStatus().unproven("FAILED proof.claim-contradicts")),
                page());
    }

    private static String signed(JwsKey key, String fragment, Consumer<ObjectNode> change) {
        return signed(Jws.payload(SuiteProofs.badge()), key, fragment, change);
    }

    private static String signed(ObjectNode payload, JwsKey key, String fragment, Consumer<ObjectNode> change) {
        ObjectNode header = Jws.header(key, KeyRing.method(fragment));
        change.accept(header);
        return Jws.compact(header, payload, key::sign);
    }

    private static Made sound(String name, String about, String jwt) {
        return Made.text(name + ".jwt", about, jwt, Expected.soundWithoutStatus());
    }

    private static Made failed(String name, String about, String jwt, String answer) {
        return Made.text(
                name + ".jwt", about, jwt, Expected.soundWithoutStatus().unproven(answer));
    }

    /** A curve that is not examined; its generator stands for a key. */
    private static Made secp256k1() {
        String did = "did:jwk:"
                + Jws.part("{\"kty\":\"EC\",\"crv\":\"secp256k1\","
                        + "\"x\":\"eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g\","
                        + "\"y\":\"SDradyajxGVdpPv8DhEIqP0XtEimhVQZnEfQj_sQ1Lg\"}");
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, did, "Une Voisine"));
        String jwt = Jws.compact(
                Jws.header(KeyRing.P256, did + "#0").put("alg", "ES256K"), Jws.payload(badge), KeyRing.P256::sign);
        Expected expected = Expected.soundWithoutStatus()
                .unproven("INCONCLUSIVE proof.algorithm-not-examined")
                .but("ISSUER", "INCONCLUSIVE issuer.id-not-resolvable");
        return Made.text("jwt-es256k-did-jwk.jwt", "ES256K and a did:jwk of its curve", jwt, expected);
    }

    private static Made didJwk() {
        String did = KeyFormSamples.didJwk(KeyRing.P384);
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, did, "Une Voisine"));
        String jwt = Jws.compact(Jws.header(KeyRing.P384, did + "#0"), Jws.payload(badge), KeyRing.P384::sign);
        return sound("valid-jwt-did-jwk", "issuer did:jwk, P-384", jwt);
    }

    private static Made olderDate(String name, String about, Consumer<ObjectNode> change, Expected expected) {
        ObjectNode payload = Jws.payload(SuiteProofs.badge());
        payload.remove("validUntil");
        change.accept(payload);
        return Made.text(
                name + ".jwt",
                about,
                signed(payload, KeyRing.P256, "p256-1", h -> {}),
                expected.but("CONTEXT", "WARNING context.undefined-term"));
    }

    /** The issuer’s address answers with JSON that is no Profile; its keys are in the set of its site. */
    private static Made page() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, KeyRing.PAGE, "La Page"));
        String jwt =
                Jws.compact(Jws.header(KeyRing.JWK2020, KeyRing.PAGE_KID), Jws.payload(badge), KeyRing.JWK2020::sign);
        return sound("jwt-issuer-address-no-profile", "the issuer’s address answers with JSON that is no Profile", jwt)
                .expecting("ISSUER", "WARNING issuer.profile-not-published");
    }
}
