package fr.badgesiae.api.observation.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client reports of a code. */
public enum ClientReport {
    NOT_THIS_PERSON,
    ABUSE;

    /** The last part of its message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of this name. */
    public static Optional<ClientReport> find(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
