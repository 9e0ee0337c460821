package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.OpaqueJwsSigner;
import fr.badgesiae.verifier.keys.Signer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;

/** Signs compact JWS: VC-JWT as in OB 3.0 section 8.2. Thread-safe. */
public final class JwsSigner {
    private final JsonMapper json = new JsonMapper();

    /**
     * Signs a payload as it is.
     *
     * @param alg the JOSE name: ES256, ES384, RS256, EdDSA or Ed25519
     * @param kid the key's DID URL or https URL
     * @param signer returns {@code r || s} for ECDSA
     * @return the compact form; its header consists of alg, kid and typ
     */
    public String sign(ObjectNode payload, String alg, String kid, Signer signer) {
        return sign(payload, JOSEObjectType.JWT, alg, kid, signer);
    }

    /** The same for a token of another type. */
    public String sign(ObjectNode payload, JOSEObjectType type, String alg, String kid, Signer signer) {
        if (AllowedAlgorithms.ofJose(alg).isEmpty()) {
            throw new IllegalArgumentException("not an allowed algorithm: " + alg);
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(alg))
                .keyID(kid)
                .type(type)
                .build();
        JWSObject token = new JWSObject(header, new Payload(encoded(payload)));
        try {
            token.sign(new OpaqueJwsSigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + alg, e);
        }
        return token.serialize();
    }

    /**
     * The payload of a credential: the credential without proof, and the registered claims with the same values (OB 3.0
     * 8.2.4.1).
     *
     * @param credential with id, issuer and validFrom; not changed
     * @throws IllegalArgumentException when validFrom or validUntil is malformed
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

    /** By the platform's encoder, which is several times faster than that of the JOSE library. */
    private Base64URL encoded(ObjectNode node) {
        try {
            return new Base64URL(Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(node)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }
}
