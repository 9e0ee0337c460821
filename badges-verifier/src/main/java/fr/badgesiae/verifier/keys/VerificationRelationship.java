package fr.badgesiae.verifier.keys;

import fr.badgesiae.verifier.ReasonCode;

/** What a key is listed for in a controller document (CID 1.0, 2.3). */
public enum VerificationRelationship {
    /** Signing credentials. */
    ASSERTION("assertionMethod", ReasonCode.PROOF_KEY_NOT_FOR_ASSERTION),
    /** Showing who one is: signing presentations. */
    AUTHENTICATION("authentication", ReasonCode.PROOF_KEY_NOT_FOR_AUTHENTICATION);

    private final String property;
    private final ReasonCode otherwise;

    VerificationRelationship(String property, ReasonCode otherwise) {
        this.property = property;
        this.otherwise = otherwise;
    }

    /** The property of the document, and the {@code proofPurpose} of a proof. */
    public String property() {
        return property;
    }

    /** What to say of a key that is listed, but not for this. */
    public ReasonCode otherwise() {
        return otherwise;
    }
}
