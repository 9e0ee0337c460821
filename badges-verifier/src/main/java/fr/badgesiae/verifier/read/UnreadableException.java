package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Reason;

/** Malformed input. Stackless: carries a reason, and never signals a defect of the verifier. */
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

    /** Whether a limit was reached, which says nothing about the document. */
    public boolean isLimit() {
        return limit;
    }
}
