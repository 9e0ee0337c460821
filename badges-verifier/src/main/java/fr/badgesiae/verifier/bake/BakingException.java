package fr.badgesiae.verifier.bake;

/** An image that cannot hold a badge. */
public final class BakingException extends Exception {
    private static final long serialVersionUID = 1L;

    BakingException(String message) {
        super(message);
    }
}
