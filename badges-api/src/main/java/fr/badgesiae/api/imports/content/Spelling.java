package fr.badgesiae.api.imports.content;

import fr.badgesiae.api.person.PersonForm;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is to be looked at in a name before a badge is signed with it. */
public final class Spelling {
    private static final int LONGEST = 200;
    private static final Pattern PART = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** An initial and dots: the masked names of exports. */
    private static final Pattern MASKED = Pattern.compile("\\p{L}?\\s*(…|\\.{2,}|\\*{2,}).*");

    /** Letters, marks and what stands between the parts of names. */
    private static final Pattern USUAL = Pattern.compile("[\\p{L}\\p{M} .,'’ʼ‘`´\\-‐‑·()\\u00A0\\u200C\\u200D]*");

    /** Two letters of UTF-8 that were read as Windows-1252. */
    private static final Pattern DAMAGED = Pattern.compile("[ÃÂ][\\u0080-\\u00BF©®«»¢¨ª´¯§]|\\uFFFD");

    private Spelling() {}

    /** Why a line is not added, or why somebody must look at it. */
    public static Optional<LineReason> reason(PersonForm names) {
        Optional<LineReason> error = error(names);
        if (error.isPresent()) {
            return error;
        }
        if (odd(names.firstName()) || odd(names.lastName())) {
            return Optional.of(LineReason.ODD_CHARACTERS);
        }
        boolean flat = flat(names.firstName()) || flat(names.lastName());
        return flat ? Optional.of(LineReason.CAPITALS) : Optional.empty();
    }

    /** Why nobody can have these names. */
    public static Optional<LineReason> error(PersonForm names) {
        String first = names.firstName();
        String last = names.lastName();
        if (first.isEmpty()) {
            return Optional.of(LineReason.FIRST_NAME_MISSING);
        }
        if (last.isEmpty()) {
            return Optional.of(LineReason.LAST_NAME_MISSING);
        }
        if (first.length() > LONGEST || last.length() > LONGEST) {
            return Optional.of(LineReason.TOO_LONG);
        }
        if (MASKED.matcher(first).matches() || MASKED.matcher(last).matches()) {
            return Optional.of(LineReason.MASKED);
        }
        return names.check().isEmpty() ? Optional.empty() : Optional.of(LineReason.UNREADABLE);
    }

    private static boolean odd(String name) {
        return !USUAL.matcher(name).matches() || DAMAGED.matcher(name).find();
    }

    /** In one case although its script has two. */
    private static boolean flat(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        long letters = name.codePoints().filter(Character::isLetter).count();
        return letters > 1 && !upper.equals(lower) && (name.equals(upper) || name.equals(lower));
    }

    /** A name in one case with capitals at the beginning of its parts; any other as it is. Accents cannot be guessed. */
    public static String proposed(String name) {
        return flat(name)
                ? PART.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(part -> {
                    String word = part.group();
                    int first = word.offsetByCodePoints(0, 1);
                    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
                })
                : name;
    }
}
