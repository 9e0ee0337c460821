package fr.badgesiae.api.observation.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the person says of an observation that is wrong. */
public enum Objection {
    NOT_TRUE,
    NOT_ME,
    HURTFUL;

    /** The last part of its message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of this name. */
    public static Optional<Objection> find(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
