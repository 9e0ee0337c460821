package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.ExpandedCredential;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.DataIntegrityProof;
import fr.badgesiae.verifier.proof.IssuerKeyVerifier;
import fr.badgesiae.verifier.proof.JwsProof;
import fr.badgesiae.verifier.proof.ProofResult;
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.ParsedCredential;

/** PROOF: a supported proof verifies with a key that the issuer itself lists (ob-3.0 8.4). */
public final class ProofCheck implements Check {
    private final JsonLd jsonLd;
    private final Crypto crypto;
    private final PublicKeys keys;
    private final DataIntegrityProof embedded;
    private final JwsProof jws = new JwsProof();

    public ProofCheck(JsonLd jsonLd, Crypto crypto, PublicKeys keys) {
        this.jsonLd = jsonLd;
        this.crypto = crypto;
        this.keys = keys;
        this.embedded = new DataIntegrityProof(jsonLd);
    }

    @Override
    public CheckName name() {
        return CheckName.PROOF;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ParsedCredential credential = context.credential();
        if (context.reading().ofRecord() && !isSigned(credential)) {
            return Check.answer(name(), Outcome.INCONCLUSIVE, ReasonCode.PROOF_PART_OF_RECORD.with());
        }
        IssuerKeyVerifier signatures = new IssuerKeyVerifier(
                crypto, context.keyResolver(keys), context.policy().at());
        ProofResult result = credential.jws().isPresent()
                ? jws.verify(secured(credential, credential.jws().get()), signatures)
                : embedded.verify(embedded(context, credential), signatures);
        return Check.answer(name(), result.outcome(), result.reason(), result.findings());
    }

    private static boolean isSigned(ParsedCredential credential) {
        return credential.jws().isPresent()
                || !ParsedCredential.each(credential.document().path("proof")).isEmpty();
    }

    /**
     * Verifies a token other than a credential.
     *
     * @param issuerId the issuer whose key must have signed it
     */
    public ProofResult token(CompactJws token, String issuerId, VerificationContext context) {
        IssuerKeyVerifier signatures = new IssuerKeyVerifier(
                crypto, context.keyResolver(keys), context.policy().at());
        JwsProof.Secured secured = new JwsProof.Secured(
                token.header(),
                token.payload(),
                token.payload().objectNode(),
                issuerId,
                token.signingInput(),
                token.signature());
        return jws.verify(secured, signatures);
    }

    private DataIntegrityProof.Secured embedded(VerificationContext context, ParsedCredential credential) {
        return new DataIntegrityProof.Secured(
                credential.document(),
                () -> ExpandedCredential.of(context, jsonLd).expansion(),
                credential.issuerId(),
                context.policy().at());
    }

    private static JwsProof.Secured secured(ParsedCredential credential, CompactJws jws) {
        // The reader completed {@code vc} from the claims; the claims are compared with the credential as signed.
        boolean nested = jws.payload().path("vc").isObject() && !jws.payload().has("credentialSubject");
        return new JwsProof.Secured(
                jws.header(),
                jws.payload(),
                nested ? jws.payload().withObject("/vc") : credential.document(),
                credential.issuerId(),
                jws.signingInput(),
                jws.signature());
    }
}
