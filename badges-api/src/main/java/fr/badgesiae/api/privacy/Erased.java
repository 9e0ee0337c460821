package fr.badgesiae.api.privacy;

/** What an erasure led to. */
public enum Erased {
    ERASED,
    /** Erased before, or not there. */
    GONE,
    /** A badge is being signed: in a few seconds it will be done. */
    BUSY
}
