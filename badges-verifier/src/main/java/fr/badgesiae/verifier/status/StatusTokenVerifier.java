package fr.badgesiae.verifier.status;

import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.ProofResult;
import fr.badgesiae.verifier.read.CompactJws;

/** Whether a token that is no credential was signed by an issuer. */
@FunctionalInterface
public interface StatusTokenVerifier {
    ProofResult verify(CompactJws token, String issuerId, VerificationContext context);
}
