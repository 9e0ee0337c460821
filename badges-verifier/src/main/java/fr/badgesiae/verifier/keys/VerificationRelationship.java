package fr.badgesiae.verifier.keys;

import fr.badgesiae.verifier.ReasonCode;

/** A verification relationship (CID 1.0, 2.3). */
public enum VerificationRelationship {
    /** For signing credentials. */
    ASSERTION("assertionMethod", ReasonCode.PROOF_KEY_NOT_FOR_ASSERTION),
    /** For signing presentations. */
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

    /** The reason when a key is listed without this relationship. */
    public ReasonCode otherwise() {
        return otherwise;
    }
}
