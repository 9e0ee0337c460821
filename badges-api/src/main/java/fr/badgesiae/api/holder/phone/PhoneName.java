package fr.badgesiae.api.holder.phone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The word of a holder for a phone of theirs. */
record PhoneName(String text) {
    static final int LONGEST = 40;

    /** Spaces, controls, line ends, and what turns the direction of the text around the name. */
    private static final Pattern BREAKS =
            Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+");

    /** The names of devices in a {@code User-Agent}, each before those that it also names. */
    private static final List<String> DEVICES = List.of("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux");

    /** What was typed, on one line; empty where it is too long or nothing. */
    static Optional<PhoneName> parse(String typed) {
        String line = BREAKS.matcher(typed).replaceAll(" ").strip();
        return line.isEmpty() || line.length() > LONGEST ? Optional.empty() : Optional.of(new PhoneName(line));
    }

    /** The message key of a name to begin with, by the browser's word for its device. */
    static String defaultKey(@Nullable String userAgent) {
        return DEVICES.stream()
                .filter(device -> userAgent != null && userAgent.contains(device))
                .findFirst()
                .map(device -> "holder.phone.default." + device.toLowerCase(Locale.ROOT))
                .orElse("holder.phone.default.other");
    }
}
