package fr.badgesiae.api.credential;

/** Where an edition is in its life; only the last two have bytes that left the house. */
public enum CredentialState {
    PREPARED,
    VOIDED,
    ISSUED,
    REVOKED
}
