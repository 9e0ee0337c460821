package fr.badgesiae.api.privacy.erasure;

/** What is erased; the names are stored and listed. */
public enum ErasureKind {
    DESK_FILE,
    SPACE
}
