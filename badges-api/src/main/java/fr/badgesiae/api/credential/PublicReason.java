package fr.badgesiae.api.credential;

/** Public reasons for a revocation or a pause. */
public enum PublicReason {
    WRONG_PERSON,
    WRONG_CONTENT,
    CRITERIA_NOT_MET,
    HOLDER_REQUEST,
    /** The holder withdrew an acceptance in person; never chosen at the desk. */
    HOLDER_WITHDREW,
    /** A successor shows the corrected name; never chosen at the desk. */
    NAME_CORRECTED,
    /** A successor says it in a later version of the text; never chosen at the desk. */
    TEXT_CORRECTED,
    /** It came back from a pause: a successor stands in its place; never chosen at the desk. */
    RESUMED,
    /** A badge of another award stands in its place; never chosen at the desk. */
    RENEWED,
    /** A pause while the organisation looks at the badge again. */
    PAUSED_TO_CHECK,
    /** A pause while the text is looked at again. */
    PAUSED_FOR_TEXT,
    /** A pause that the person asked for. */
    PAUSED_ON_REQUEST;

    /** Whether a counsellor may choose it for a revocation. */
    public boolean atDesk() {
        return switch (this) {
            case WRONG_PERSON, WRONG_CONTENT, CRITERIA_NOT_MET, HOLDER_REQUEST -> true;
            case HOLDER_WITHDREW,
                    NAME_CORRECTED,
                    TEXT_CORRECTED,
                    RESUMED,
                    RENEWED,
                    PAUSED_TO_CHECK,
                    PAUSED_FOR_TEXT,
                    PAUSED_ON_REQUEST -> false;
        };
    }

    /** Whether the badge is paused, and may come back. */
    public boolean isPause() {
        return name().startsWith("PAUSED_");
    }
}
