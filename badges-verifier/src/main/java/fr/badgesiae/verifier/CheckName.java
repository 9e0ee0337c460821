package fr.badgesiae.verifier;

/** The checks, in the order in which every report lists them, each exactly once. */
public enum CheckName {
    FORMAT(true),
    CONTEXT(true),
    SCHEMA(true),
    ISSUER(true),
    PROOF(true),
    REFRESH(false),
    VALIDITY_PERIOD(true),
    STATUS(true),
    RECIPIENT(false),
    EVIDENCE(false),
    ENDORSEMENTS(false),
    TRUST(false);

    private final boolean required;

    CheckName(boolean required) {
        this.required = required;
    }

    /** Whether a verdict of VALID needs this check; RECIPIENT is also needed when the policy names a recipient. */
    public boolean required() {
        return required;
    }
}
