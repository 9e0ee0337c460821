package fr.badgesiae.api.achievement.image;

/** An upload that cannot become a badge's image; the reason is shown beside the field. */
public final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What to tell the person who uploaded it. */
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
