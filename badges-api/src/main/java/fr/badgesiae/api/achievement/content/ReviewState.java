package fr.badgesiae.api.achievement.content;

/** Where a request to publish stands. Published and withdrawn ones are gone. */
public enum ReviewState {
    WAITING,
    /** By the second reader, with a note. */
    SENT_BACK
}
