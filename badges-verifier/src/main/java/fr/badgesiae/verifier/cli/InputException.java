package fr.badgesiae.verifier.cli;

/** Unusable input: the key of a message, and its arguments. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    InputException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    String say(Messages words) {
        return words.say(key, arguments);
    }
}
