package fr.badgesiae.api.credential;

/** States of an edition. */
public enum CredentialState {
    PREPARED,
    VOIDED,
    ISSUED,
    REVOKED;

    /** Whether its signed documents are released, revoked since or not. */
    public boolean released() {
        return this == ISSUED || this == REVOKED;
    }
}
