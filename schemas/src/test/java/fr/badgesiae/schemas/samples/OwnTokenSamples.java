package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * VC-JWT as this service issues them, with the DID document that it publishes: each key as Multikey and as JsonWebKey. The
 * {@code kid} is the JsonWebKey's DID URL; in tokens issued earlier it is the key's https URL.
 */
final class OwnTokenSamples {
    private static final String DID = "did:web:badges.example:issuers:deux-rives";

    private enum State {
        ACTIVE,
        RETIRED,
        COMPROMISED
    }

    private record Key(EcKey key, String id, State state) {
        String address() {
            return Badge.HOST + "/keys/" + id;
        }

        String multikeyMethod() {
            return DID + "#" + id;
        }

        String jwkMethod() {
            return DID + "#" + thumbprint();
        }

        /** The thumbprint of RFC 7638: the required members in the order of their names. */
        String thumbprint() {
            ObjectNode jwk = Json.object(key.jwk());
            String members = Json.object("{}")
                    .put("crv", jwk.get("crv").asText())
                    .put("kty", jwk.get("kty").asText())
                    .put("x", jwk.get("x").asText())
                    .put("y", jwk.get("y").asText())
                    .toString();
            byte[] bytes = members.getBytes(StandardCharsets.UTF_8);
            SHA256Digest sha = new SHA256Digest();
            sha.update(bytes, 0, bytes.length);
            byte[] hash = new byte[sha.getDigestSize()];
            sha.doFinal(hash, 0);
            return Encodings.base64url(hash);
        }
    }

    private static final Key ACTIVE =
            new Key(EcKey.of("deux rives, in use"), "3b0d6f0e-52c1-4b7a-9a53-6d1f0c2e8b41", State.ACTIVE);
    private static final Key RETIRED =
            new Key(EcKey.of("deux rives, retired"), "a7c40f52-8e19-4f6d-b1d0-2c95e3a7f608", State.RETIRED);
    private static final Key COMPROMISED =
            new Key(EcKey.of("deux rives, compromised"), "f19e2d73-04ab-4c38-8f6a-917b5d20ce64", State.COMPROMISED);

    private OwnTokenSamples() {}

    static List<Made> all() {
        return List.of(
                valid(
                        "valid-jwt-kid-thumbprint",
                        "the kid is a DID URL that the issuer lists, its fragment a thumbprint",
                        ACTIVE,
                        ACTIVE.jwkMethod()),
                valid(
                        "valid-jwt-issued-earlier",
                        "issued earlier: the kid is the https address of a key that is retired now",
                        RETIRED,
                        RETIRED.address()),
                failed(
                        "jwt-key-compromised",
                        "issued earlier with a key that is compromised now",
                        token(COMPROMISED.key(), COMPROMISED.address()),
                        "FAILED proof.key-revoked"),
                failed(
                        "jwt-kid-thumbprint-compromised",
                        "the kid is the DID URL of a key that is compromised now",
                        token(COMPROMISED.key(), COMPROMISED.jwkMethod()),
                        "FAILED proof.key-revoked"),
                failed(
                        "jwt-kid-did-url-of-another",
                        "the kid is a DID URL that another issuer lists, and that issuer signed",
                        token(Issuers.ATELIER_EC, Issuers.ATELIER + "#es256-1"),
                        "FAILED proof.key-not-listed-by-issuer"));
    }

    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(Badge.HOST + "/issuers/deux-rives/did.json", did());
        for (Key key : List.of(ACTIVE, RETIRED, COMPROMISED)) {
            documents.put(key.address(), jwk(key).put("kid", key.address()).put("iss", DID));
        }
        return documents;
    }

    private static ObjectNode jwk(Key key) {
        return Json.object(key.key().jwk()).put("alg", "ES256").put("use", "sig");
    }

    private static ObjectNode did() {
        ObjectNode document = Json.object("""
                {"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1"]}
                """).put("id", DID);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        for (Key key : List.of(ACTIVE, RETIRED, COMPROMISED)) {
            methods.add(method(key, key.multikeyMethod(), "Multikey")
                    .put("publicKeyMultibase", key.key().multikey()));
            methods.add(method(key, key.jwkMethod(), "JsonWebKey")
                    .set("publicKeyJwk", jwk(key).put("kid", key.thumbprint())));
            if (key.state() != State.COMPROMISED) {
                assertion.add(key.multikeyMethod()).add(key.jwkMethod());
            }
        }
        return document;
    }

    private static ObjectNode method(Key key, String id, String type) {
        ObjectNode method = Json.object("{}").put("id", id).put("type", type).put("controller", DID);
        return key.state() == State.COMPROMISED ? method.put("revoked", "2026-10-20T00:00:00Z") : method;
    }

    private static String token(EcKey key, String kid) {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, DID, "L’Atelier des Deux Rives"));
        return Jws.compact(Jws.header(key, kid), Jws.payload(badge), key::sign);
    }

    private static Made valid(String name, String about, Key key, String kid) {
        return Made.text(name + ".jwt", about, token(key.key(), kid), Expected.soundWithoutStatus());
    }

    private static Made failed(String name, String about, String jwt, String answer) {
        return Made.text(
                name + ".jwt", about, jwt, Expected.soundWithoutStatus().unproven(answer));
    }
}
