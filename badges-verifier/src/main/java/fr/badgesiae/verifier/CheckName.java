package fr.badgesiae.verifier;

/** The checks, in the order of every report, each exactly once. */
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

    /** Whether VALID requires this check. RECIPIENT is also required when the policy names a recipient. */
    public boolean required() {
        return required;
    }
}
