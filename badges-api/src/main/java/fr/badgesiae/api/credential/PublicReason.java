package fr.badgesiae.api.credential;

/** Public reasons for a revocation. */
public enum PublicReason {
    WRONG_PERSON,
    WRONG_CONTENT,
    CRITERIA_NOT_MET,
    HOLDER_REQUEST,
    /** The holder withdrew an acceptance in person; never chosen at the desk. */
    HOLDER_WITHDREW;

    /** Whether a counsellor may choose it. */
    public boolean atDesk() {
        return this != HOLDER_WITHDREW;
    }
}
