package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Signer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;

/** Signs compact JWS: VC-JWT as OB 3.0 section 8.2 wants it. Thread-safe. */
public final class JwsSigner {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final JsonMapper json = new JsonMapper();

    /**
     * Signs a payload as it is.
     *
     * @param alg the JOSE name: ES256, ES384, RS256, EdDSA or Ed25519
     * @param kid the key's https address
     * @param signer gives {@code r || s} for ECDSA
     * @return the compact form; its header holds exactly alg, kid and typ
     */
    public String sign(ObjectNode payload, String alg, String kid, Signer signer) {
        if (AllowedAlgorithms.ofJose(alg).isEmpty()) {
            throw new IllegalArgumentException("not an allowed algorithm: " + alg);
        }
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", alg)
                .put("kid", kid)
                .put("typ", "JWT");
        String input = encoded(header) + "." + encoded(payload);
        byte[] signature = signer.sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64.encodeToString(signature);
    }

    /**
     * The payload of a credential: the credential without proof, and the registered claims that say the same (OB 3.0 8.2.4.1).
     *
     * @param credential with id, issuer and validFrom; not changed
     * @throws IllegalArgumentException when validFrom or validUntil is no date
     */
    public static ObjectNode claimsOf(ObjectNode credential) {
        ObjectNode payload = credential.deepCopy();
        payload.remove("proof");
        payload.put("iss", JwtClaims.issuerOf(credential));
        payload.put("jti", credential.path("id").textValue());
        payload.put("nbf", seconds(credential.path("validFrom").asText()));
        if (credential.at("/credentialSubject/id").isTextual()) {
            payload.put("sub", credential.at("/credentialSubject/id").textValue());
        }
        if (credential.has("validUntil")) {
            payload.put("exp", seconds(credential.path("validUntil").asText()));
        }
        return payload;
    }

    private static long seconds(String date) {
        try {
            return OffsetDateTime.parse(date).toEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date with a zone", e);
        }
    }

    private String encoded(ObjectNode node) {
        try {
            return BASE64.encodeToString(json.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }
}
