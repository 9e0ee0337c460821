package fr.badgesiae.api.achievement.content;

/** What an offer of this badge must carry beside its narrative. */
public enum EvidencePolicy {
    NONE,
    OPTIONAL_TEXT,
    REQUIRED_TEXT
}
