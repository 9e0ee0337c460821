package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.KeyReference;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential secured as a compact JWS (RFC 7515, OB 3.0 8.2). Header members that would choose the key ({@code jku},
 * {@code x5u}, {@code jwk}, {@code x5c}) are never followed: only the issuer's own list counts.
 */
public final class JwsProof {
    private static final String SPEC = "rfc7515 4.1";

    /**
     * The parts of a JWS.
     *
     *
     * @param header the protected header
     * @param payload the claims
     * @param credential the credential as signed: the payload without registered claims, or its {@code vc} claim
     * @param issuerId the credential's issuer, or {@code iss} when the {@code vc} claim has none
     * @param signingInput the signed ASCII bytes
     * @param signature the decoded signature
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
    public record Secured(
            ObjectNode header,
            ObjectNode payload,
            ObjectNode credential,
            @Nullable String issuerId,
            byte[] signingInput,
            byte[] signature) {}

    /** Verifies header, signature, key and claims. */
    public ProofResult verify(Secured jws, IssuerKeyVerifier signatures) {
        String alg = jws.header().path("alg").asText();
        if (!jws.header().path("alg").isTextual() || AllowedAlgorithms.isRefused(alg)) {
            return ProofResult.failed(ReasonCode.PROOF_ALGORITHM_REFUSED, List.of(), alg);
        }
        if (Stream.of("kid", "typ", "cty").map(jws.header()::path).anyMatch(member -> !isTextOrMissing(member))) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED, List.of());
        }
        if (jws.header().has("crit")) {
            return ProofResult.failed(ReasonCode.PROOF_CRITICAL_HEADER_UNKNOWN, List.of());
        }
        if (jws.header().has("b64")) {
            return ProofResult.failed(ReasonCode.PROOF_PAYLOAD_NOT_ENCODED, List.of());
        }
        Optional<AllowedAlgorithms> algorithm = AllowedAlgorithms.ofJose(alg);
        if (algorithm.isEmpty()) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ALGORITHM_NOT_EXAMINED, List.of(), alg);
        }
        JwtClaims claims = new JwtClaims(jws.payload(), jws.credential());
        if (!claims.contradicted().isEmpty()) {
            return ProofResult.failed(
                    ReasonCode.PROOF_CLAIM_CONTRADICTS, List.of(), String.join(" ", claims.contradicted()));
        }
        IssuerKeyVerifier.Claim claim = new IssuerKeyVerifier.Claim(
                jws.issuerId(), key(jws, signatures), algorithm.get(), jws.signingInput(), jws.signature());
        return withAbsences(signatures.verify(claim), claims.absent()).after(findings(jws, alg));
    }

    private static boolean isTextOrMissing(JsonNode member) {
        return member.isTextual() || member.isMissingNode();
    }

    private static ProofResult withAbsences(ProofResult result, List<String> absent) {
        if (result.outcome() != Outcome.PASSED || absent.isEmpty()) {
            return result;
        }
        return ProofResult.of(
                Outcome.WARNING, ReasonCode.PROOF_CLAIMS_ABSENT, result.findings(), String.join(" ", absent));
    }

    /** The {@code kid}, read as a fragment of the issuer's id when it is a plain word, and the key of {@code jwk}. */
    private static KeyReference key(Secured jws, IssuerKeyVerifier signatures) {
        VerificationKey shown = signatures.shown(jws.header().path("jwk")).orElse(null);
        String kid = jws.header().path("kid").textValue();
        if (kid == null) {
            return new KeyReference(null, shown, KeyReference.Kind.KID);
        }
        if (kid.startsWith("#")) {
            return new KeyReference(jws.issuerId() + kid, shown, KeyReference.Kind.KID);
        }
        return kid.indexOf(':') >= 0
                ? new KeyReference(kid, shown, KeyReference.Kind.KID)
                : new KeyReference(jws.issuerId() + "#" + kid, shown, KeyReference.Kind.BARE_KID);
    }

    private static List<Finding> findings(Secured jws, String alg) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("proof.alg", alg, SPEC));
        String hash = HexFormat.of().formatHex(HashAlgorithm.SHA_256.digest().digest(jws.signingInput()));
        findings.add(new Finding("proof.signingInputHash", hash, "rfc7515 5.1"));
        for (String ignored : List.of("jku", "x5u", "jwk", "x5c")) {
            if (jws.header().has(ignored)) {
                findings.add(new Finding("proof.ignoredHeader", ignored, SPEC));
            }
        }
        return findings;
    }
}
