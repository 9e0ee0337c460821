package fr.badgesiae.verifier.cli;

/** Unusable input: the key of a message, and its arguments. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Object[] arguments;

    InputException(String key, Object... arguments) {
        super(key);
        this.arguments = arguments.clone();
    }

    String say(Messages words) {
        return words.say(getMessage(), arguments);
    }
}
