package fr.badgesiae.api.platform;

/** Why the service does not start, in words for whoever starts it; shown without a stack trace, exit code 1. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String french, String english) {
        this(french, english, null);
    }

    /** Both are shown, French first: whoever starts a service has not chosen a language yet. */
    public StartRefused(String french, String english, Throwable cause) {
        super(french + "\n" + english, cause);
    }
}
