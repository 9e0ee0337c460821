package fr.badgesiae.api.platform;

/** Why the service does not start, in words for whoever starts it; shown without a stack trace, exit code 1. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
