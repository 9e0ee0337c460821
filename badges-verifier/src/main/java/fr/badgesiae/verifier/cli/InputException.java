package fr.badgesiae.verifier.cli;

/** What the caller named cannot be used; the key of a sentence for the caller, and what the sentence needs. */
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
