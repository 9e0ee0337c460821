package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Reason;

/** Bytes that are not what they should be. Stackless: it carries a reason, not a defect of ours. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean limit;

    UnreadableException(Reason reason, boolean limit) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether a limit of ours was met, which says nothing about the document. */
    public boolean isLimit() {
        return limit;
    }
}
