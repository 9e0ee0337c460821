package fr.badgesiae.api.event.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list of events can be narrowed to. */
public enum EventFilter {
    /** With entries that the desk has to read. */
    WAITING,
    /** Whose window is to come or open. */
    COMING,
    OVER;

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<EventFilter> named(String word) {
        return Arrays.stream(values())
                .filter(filter -> filter.word().equals(word))
                .findFirst();
    }
}
