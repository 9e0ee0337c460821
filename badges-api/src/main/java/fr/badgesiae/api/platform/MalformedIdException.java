package fr.badgesiae.api.platform;

/** A text that is no id. In a path it is not found, in a form invalid input. Its message never repeats the text. */
public final class MalformedIdException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedIdException() {
        super("not an id");
    }
}
