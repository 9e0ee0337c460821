package fr.badgesiae.api.achievement.content;

/** Evidence that an offer of this badge carries beside its narrative. */
public enum EvidencePolicy {
    NONE,
    OPTIONAL_TEXT,
    REQUIRED_TEXT
}
