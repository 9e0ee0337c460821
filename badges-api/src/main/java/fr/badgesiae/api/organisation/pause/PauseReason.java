package fr.badgesiae.api.organisation.pause;

/** Why a network pauses an organisation; the names are stored. */
public enum PauseReason {
    AGREEMENT,
    INFORMATION,
    BADGES_DISPUTED,
    ACCESS_AT_RISK,
    ACTIVITY_STOPPED,
    ORGANISATION_REQUEST
}
