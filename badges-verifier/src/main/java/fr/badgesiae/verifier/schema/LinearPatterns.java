package fr.badgesiae.verifier.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * The patterns of one schema from elsewhere, matched by RE2 in time linear in the text, under a bound on all of it. What RE2 cannot
 * express (back references, looking around) matches everything and is remembered: the answer is then open. One for each use.
 */
public final class LinearPatterns implements RegularExpressionFactory {
    /** Steps of all matches of one schema: size of the pattern times length of the text. */
    static final long MAX_STEPS = 50_000_000;

    /** Instructions of one pattern, its repetitions written out. */
    static final int MAX_SIZE = 5_000;

    private long steps;
    private boolean inexpressible;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        if (PatternSize.of(regex) <= MAX_SIZE) {
            try {
                Pattern pattern = Pattern.compile(translated(regex));
                return text -> matches(pattern, text);
            } catch (PatternSyntaxException e) {
                // remembered below
            }
        }
        inexpressible = true;
        return text -> true;
    }

    private boolean matches(Pattern pattern, String text) {
        steps += (long) pattern.programSize() * (text.length() + 1);
        return steps > MAX_STEPS || pattern.matcher(text).find();
    }

    /** Whether some pattern could not be matched. */
    boolean inexpressible() {
        return inexpressible;
    }

    /** Whether some text was not looked at because it would have been too much work. */
    boolean exhausted() {
        return steps > MAX_STEPS;
    }

    /** ECMA-262 writes a character by its number as RE2 does not. */
    private static String translated(String regex) {
        StringBuilder out = new StringBuilder(regex.length());
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c != '\\' || i + 1 == regex.length()) {
                out.append(c);
                continue;
            }
            char escaped = regex.charAt(++i);
            String hex = regex.substring(i + 1, Math.min(regex.length(), i + 5));
            if (escaped == 'u' && hex.matches("[0-9A-Fa-f]{4}")) {
                out.append("\\x{").append(hex).append('}');
                i += 4;
            } else {
                out.append(escaped == 'u' && hex.startsWith("{") ? "\\x" : "\\" + escaped);
            }
        }
        return out.toString();
    }
}
