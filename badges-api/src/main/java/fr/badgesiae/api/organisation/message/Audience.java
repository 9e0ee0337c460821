package fr.badgesiae.api.organisation.message;

import java.util.Arrays;
import java.util.Optional;

/** Who reads a message, in the order of the form. The names are stored. */
public enum Audience {
    /** Every member of the organisations. */
    EVERYBODY,
    /** Those who manage. */
    MANAGERS;

    static Optional<Audience> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** The key of its words on pages. */
    public String key() {
        return "organisation.message.audience." + name();
    }
}
