package fr.badgesiae.api.wallet.openid.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code jwt} key proof that is good, its nonce aside (OpenID4VCI 1.0, appendix F.1).
 *
 * @param key which its sender possesses
 * @param nonce to be looked at by the caller
 */
public record KeyProof(HolderKey key, String nonce) {
    /** The algorithms of the metadata. */
    public static final List<String> ALGORITHMS = List.of("ES256", "EdDSA");

    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String TYPE = "openid4vci-proof+jwt";
    private static final int LONGEST = 16_384;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads the one proof of a credential request.
     *
     * @param proofs the {@code proofs} of the request
     * @param audience the credential issuer
     * @throws OpenidException {@code invalid_proof} when it is missing or bad
     */
    public static KeyProof read(JsonNode proofs, String audience, Instant now) {
        JsonNode jwts = proofs.path("jwt");
        if (!proofs.isObject() || proofs.size() != 1 || !jwts.isArray()) {
            throw refused("proofs with one member, jwt, is required");
        }
        if (jwts.size() != 1 || !jwts.get(0).isTextual()) {
            throw refused("exactly one proof is accepted");
        }
        return verified(jwts.get(0).textValue(), audience, now);
    }

    private static KeyProof verified(String text, String audience, Instant now) {
        if (text.length() > LONGEST) {
            throw refused("the proof is too long");
        }
        try {
            JWSObject proof = JWSObject.parse(text);
            HolderKey key = key(proof.getHeader());
            JsonNode claims = JSON.readTree(proof.getPayload().toBytes());
            if (!key.key().verifies(proof.getHeader(), proof.getSigningInput(), proof.getSignature())) {
                throw refused("the signature is not by the key of the header");
            }
            return new KeyProof(key, nonce(claims, audience, now));
        } catch (ParseException | IOException e) {
            throw refused("the proof is not a signed JWT");
        }
    }

    private static HolderKey key(JWSHeader header) throws IOException {
        if (header.getType() == null || !TYPE.equals(header.getType().getType())) {
            throw refused("typ must be " + TYPE);
        }
        if (!ALGORITHMS.contains(header.getAlgorithm().getName())) {
            throw refused("alg must be ES256 or EdDSA");
        }
        if (header.getCriticalParams() != null) {
            throw refused("crit is not supported");
        }
        long keys = Stream.of(header.getKeyID(), header.getJWK(), header.getX509CertChain())
                .filter(member -> member != null)
                .count();
        if (keys != 1 || header.getX509CertChain() != null) {
            throw refused("exactly one of jwk and kid is required; x5c is not supported");
        }
        Optional<HolderKey> key = header.getJWK() == null
                ? HolderKey.ofKid(header.getKeyID())
                : HolderKey.ofJwk(JSON.readTree(header.getJWK().toJSONString()));
        return key.orElseThrow(() -> refused("the key must be P-256 or Ed25519: a public jwk, did:jwk or did:key"));
    }

    private static String nonce(JsonNode claims, String audience, Instant now) {
        if (!audience.equals(claims.path("aud").textValue())) {
            throw refused("aud must be the credential issuer");
        }
        JsonNode issued = claims.path("iat");
        if (!issued.isNumber() || Math.abs(issued.doubleValue() - now.getEpochSecond()) > TOLERANCE.toSeconds()) {
            throw refused("iat must be now");
        }
        if (!claims.path("nonce").isTextual()) {
            throw refused("nonce is required");
        }
        return claims.path("nonce").textValue();
    }

    private static OpenidException refused(String why) {
        return new OpenidException(OpenidError.INVALID_PROOF, why);
    }
}
