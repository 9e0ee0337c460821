package fr.badgesiae.api.credential;

/** Why a badge was taken back, as everybody may read it. */
public enum PublicReason {
    WRONG_PERSON,
    WRONG_CONTENT,
    CRITERIA_NOT_MET,
    HOLDER_REQUEST,
    /** The holder said that accepting in person was not their choice; never chosen at the desk. */
    HOLDER_WITHDREW;

    /** Whether a counsellor may choose it. */
    public boolean atDesk() {
        return this != HOLDER_WITHDREW;
    }
}
