package fr.badgesiae.api.reopening;

/** Why a space is reopened; the names are stored. */
public enum ReopeningReason {
    LOST_CARD,
    FORGOTTEN_PIN,
    /** Too many wrong PINs. */
    LOCKED
}
