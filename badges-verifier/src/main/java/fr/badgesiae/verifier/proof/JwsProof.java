package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.keys.KeyReference;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential secured as a compact JWS (RFC 7515, OB 3.0 8.2). Header members that would choose the key ({@code jku},
 * {@code x5u}, {@code jwk}, {@code x5c}) are never followed: only the issuer's own list counts.
 */
public final class JwsProof {
    private static final String SPEC = "rfc7515 4.1";
    private static final List<String> TEXTS = List.of("kid", "typ", "cty");

    /**
     * The parts of a JWS.
     *
     * @param header the protected header
     * @param payload the claims
     * @param credential the credential as signed: the payload without registered claims, or its {@code vc} claim
     * @param issuerId the credential's issuer, or {@code iss} when the {@code vc} claim has none
     * @param signingInput the signed ASCII bytes
     * @param signature canonical base64url
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
    public record Secured(
            ObjectNode header,
            ObjectNode payload,
            ObjectNode credential,
            @Nullable String issuerId,
            byte[] signingInput,
            Base64URL signature) {}

    /** Verifies header, signature, key and claims. */
    public ProofResult verify(Secured jws, IssuerKeyVerifier signatures) {
        ProtectedHeader header = ProtectedHeader.read(jws.header(), TEXTS);
        return header instanceof ProtectedHeader.Refused refused
                ? new ProofResult(refused.outcome(), refused.reason(), List.of())
                : verify(jws, (ProtectedHeader.Accepted) header, signatures);
    }

    private static ProofResult verify(Secured jws, ProtectedHeader.Accepted accepted, IssuerKeyVerifier signatures) {
        JwtClaims claims = new JwtClaims(jws.payload(), jws.credential());
        if (!claims.contradicted().isEmpty()) {
            return ProofResult.failed(
                    ReasonCode.PROOF_CLAIM_CONTRADICTS, List.of(), String.join(" ", claims.contradicted()));
        }
        JWSHeader header = accepted.header();
        ProofResult result = signatures.verify(
                jws.issuerId(),
                key(jws, header.getKeyID(), signatures),
                accepted.algorithm().keyType(),
                key -> key.verifies(header, jws.signingInput(), jws.signature()));
        return withAbsences(result, claims.absent()).after(findings(jws, header));
    }

    private static ProofResult withAbsences(ProofResult result, List<String> absent) {
        if (result.outcome() != Outcome.PASSED || absent.isEmpty()) {
            return result;
        }
        return ProofResult.of(
                Outcome.WARNING, ReasonCode.PROOF_CLAIMS_ABSENT, result.findings(), String.join(" ", absent));
    }

    /** The {@code kid}, read as a fragment of the issuer's id when it is a plain word, and the key of {@code jwk}. */
    private static KeyReference key(Secured jws, @Nullable String kid, IssuerKeyVerifier signatures) {
        @Nullable
        VerificationKey shown = signatures.shown(jws.header().path("jwk")).orElse(null);
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

    private static List<Finding> findings(Secured jws, JWSHeader header) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("proof.alg", header.getAlgorithm().getName(), SPEC));
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
