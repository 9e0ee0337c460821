package fr.badgesiae.api.imports.content;

import java.util.Locale;

/** What became of a line. */
public enum LineState {
    WAITING,
    ADDED,
    /** Nobody was added for it. */
    LEFT,
    TAKEN_BACK;

    /** The message key of its words. */
    public String key() {
        return "imports.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
