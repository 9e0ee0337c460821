package fr.badgesiae.api.credential;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form of the holder's name in one edition. */
public enum NameChoice {
    FIRST_AND_INITIAL,
    FULL,
    NONE;

    private static final Pattern INITIAL = Pattern.compile(".*\\s\\p{L}\\p{M}*\\.");

    /** The name that this choice shows, of the two forms of a name; null for none. */
    public @Nullable String of(String shortName, String fullName) {
        return switch (this) {
            case FIRST_AND_INITIAL -> shortName;
            case FULL -> fullName;
            case NONE -> null;
        };
    }

    /** The choices as they would be shown, by their names. */
    public static Map<String, String> options(String shortName, String fullName, String none) {
        Map<String, String> options = new LinkedHashMap<>();
        for (NameChoice choice : values()) {
            options.put(choice.name(), Objects.requireNonNullElse(choice.of(shortName, fullName), none));
        }
        return options;
    }

    /** The one that says least of these: no name before a first name and an initial, that before the full name. */
    public static Optional<NameChoice> mostDiscreet(Stream<NameChoice> choices) {
        List<NameChoice> discreetFirst = List.of(NONE, FIRST_AND_INITIAL, FULL);
        return choices.min(Comparator.comparingInt(discreetFirst::indexOf));
    }

    /** Whether a name as shown ends with an initial: a document is then compared with a first name and one letter. */
    public static boolean endsWithInitial(String shown) {
        return INITIAL.matcher(shown).matches();
    }
}
