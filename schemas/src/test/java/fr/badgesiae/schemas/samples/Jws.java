package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Compact JWS and the registered claims of a credential (Open Badges 3.0, section 8.2). */
final class Jws {
    private Jws() {}

    /** The header required by the specification. */
    static ObjectNode header(JwsKey key, String kid) {
        return Json.object("{}").put("alg", key.algorithm()).put("kid", kid).put("typ", "JWT");
    }

    static String compact(ObjectNode header, ObjectNode payload, UnaryOperator<byte[]> signer) {
        String signed = part(Json.compact(header)) + "." + part(Json.compact(payload));
        return signed + "." + Encodings.base64url(signer.apply(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    static String part(String json) {
        return Encodings.base64url(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The credential and its claims: iss, jti, nbf, sub, and exp where the credential has an end. */
    static ObjectNode payload(ObjectNode credential) {
        ObjectNode payload = credential.deepCopy();
        payload.put("iss", credential.at("/issuer/id").asText());
        payload.put("jti", credential.get("id").asText());
        payload.put("nbf", seconds(credential.get("validFrom").asText()));
        payload.put("sub", credential.at("/credentialSubject/id").asText());
        if (credential.has("validUntil")) {
            payload.put("exp", seconds(credential.get("validUntil").asText()));
        }
        return payload;
    }

    static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
