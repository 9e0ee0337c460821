package fr.badgesiae.api.privacy.erasure;

/** Why something was erased. */
public enum ErasureReason {
    /** On a page, by the person or at their wish. */
    REQUEST,
    /** Its time was over. */
    RETENTION,
    /** Again, after the restore of an older copy. */
    REPLAY
}
