package fr.badgesiae.verifier.cli;

/** What the caller named cannot be read; its message is for the caller. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
