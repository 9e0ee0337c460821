package fr.badgesiae.api.wallet.openid.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The attestation of a wallet (OAuth 2.0 Attestation-Based Client Authentication), which some wallets send and none needs. It
 * grants nothing: no wallet provider is trusted here. What is presented must still be whole, in force and the sender's own.
 */
public final class ClientAttestation {
    public static final String ATTESTATION = "OAuth-Client-Attestation";
    public static final String PROOF = "OAuth-Client-Attestation-PoP";

    private static final PublicKeys KEYS = new PublicKeys(Crypto.best());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 16_384;

    private ClientAttestation() {}

    /**
     * Checks what a token request presents.
     *
     * @param attestations the values of that header
     * @param proofs the values of that header
     * @param audience the authorization server
     * @throws OpenidException {@code invalid_client}
     */
    public static void require(List<String> attestations, List<String> proofs, String audience, Instant now) {
        if (attestations.isEmpty() && proofs.isEmpty()) {
            return;
        }
        if (attestations.size() != 1 || proofs.size() != 1) {
            throw refused("one attestation and one proof of it are required");
        }
        try {
            JWSObject attestation = parsed(attestations.get(0), "oauth-client-attestation+jwt");
            JsonNode claims = claims(attestation);
            VerificationKey wallet = key(claims.at("/cnf/jwk"));
            signer(attestation.getHeader()).ifPresent(provider -> verify(attestation, provider));
            if (!(claims.path("exp").asDouble() > now.getEpochSecond())) {
                throw refused("the attestation has expired");
            }
            JWSObject proof = parsed(proofs.get(0), "oauth-client-attestation-pop+jwt");
            verify(proof, wallet);
            require(claims(proof), audience, now);
        } catch (ParseException | IOException e) {
            throw refused("the attestation or its proof is not a signed JWT");
        }
    }

    private static void require(JsonNode proof, String audience, Instant now) {
        JsonNode named = proof.path("aud");
        JsonNode only = named.isArray() && named.size() == 1 ? named.get(0) : named;
        if (!audience.equals(only.textValue())) {
            throw refused("aud of the proof must be the authorization server");
        }
        double age = now.getEpochSecond() - proof.path("iat").asDouble();
        if (!(Math.abs(age) <= KeyProof.TOLERANCE.toSeconds())) {
            throw refused("iat of the proof must be now");
        }
        if (!proof.path("jti").isTextual()) {
            throw refused("jti of the proof is required");
        }
    }

    private static JWSObject parsed(String text, String type) throws ParseException {
        if (text.length() > LONGEST) {
            throw refused("the attestation is too long");
        }
        JWSObject token = JWSObject.parse(text);
        JWSHeader header = token.getHeader();
        if (header.getType() == null || !type.equals(header.getType().getType())) {
            throw refused("typ must be " + type);
        }
        if (!"ES256".equals(header.getAlgorithm().getName()) || header.getCriticalParams() != null) {
            throw refused("alg must be ES256, without crit");
        }
        return token;
    }

    private static JsonNode claims(JWSObject token) throws IOException {
        return JSON.readTree(token.getPayload().toBytes());
    }

    /** The key that an attestation names in its header; one that it does not name cannot be looked up. */
    private static Optional<VerificationKey> signer(JWSHeader header) throws IOException {
        return header.getJWK() == null
                ? Optional.empty()
                : Optional.of(key(JSON.readTree(header.getJWK().toJSONString())));
    }

    private static VerificationKey key(JsonNode jwk) {
        return KEYS.fromJwk(jwk)
                .filter(key -> key.type() == KeyType.P256)
                .orElseThrow(() -> refused("a public P-256 key is required"));
    }

    private static void verify(JWSObject token, VerificationKey key) {
        if (!key.verifies(token.getHeader(), token.getSigningInput(), token.getSignature())) {
            throw refused("a signature is wrong");
        }
    }

    private static OpenidException refused(String why) {
        return new OpenidException(OpenidError.INVALID_CLIENT, why);
    }
}
