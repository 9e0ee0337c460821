package fr.badgesiae.api.credential;

/** Public reasons for a revocation. */
public enum PublicReason {
    WRONG_PERSON,
    WRONG_CONTENT,
    CRITERIA_NOT_MET,
    HOLDER_REQUEST,
    /** The holder withdrew an acceptance in person; never chosen at the desk. */
    HOLDER_WITHDREW,
    /** A successor shows the corrected name; never chosen at the desk. */
    NAME_CORRECTED;

    /** Whether a counsellor may choose it. */
    public boolean atDesk() {
        return this != HOLDER_WITHDREW && this != NAME_CORRECTED;
    }
}
