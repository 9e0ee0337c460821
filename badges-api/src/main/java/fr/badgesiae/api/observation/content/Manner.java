package fr.badgesiae.api.observation.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody did what was seen. */
public enum Manner {
    ALONE,
    HELPED;

    /** The message key of its words. */
    public String key() {
        return "observation.manner." + name().toLowerCase(Locale.ROOT);
    }

    /** The constant of this name. */
    public static Optional<Manner> find(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
