package fr.badgesiae.verifier;

/** The answer for people: a pure function of the checks, from a closed list. */
public enum Headline {
    AUTHENTIC,
    EXPIRED,
    NOT_YET_VALID,
    SUSPENDED,
    REVOKED,
    NOT_AUTHENTIC,
    CANNOT_TELL
}
