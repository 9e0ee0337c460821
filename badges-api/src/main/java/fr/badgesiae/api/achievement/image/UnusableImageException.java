package fr.badgesiae.api.achievement.image;

/** Thrown for an upload that is no usable image. The page shows the reason beside the field. */
public final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Reasons for refusal, each with a message on the page. */
    public enum Reason {
        TOO_LARGE,
        NEITHER_PNG_NOR_SVG,
        UNREADABLE,
        TOO_MANY_PIXELS
    }

    private final Reason reason;

    UnusableImageException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
