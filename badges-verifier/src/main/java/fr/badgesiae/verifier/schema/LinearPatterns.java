package fr.badgesiae.verifier.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * The patterns of one remote schema, matched by RE2 in linear time, under a bound on the total work. A pattern beyond RE2
 * (back reference, lookaround) matches everything and is recorded: the result is then inconclusive. One instance for each
 * use.
 */
public final class LinearPatterns implements RegularExpressionFactory {
    /** The total work of one schema: pattern size times text length. */
    static final long MAX_STEPS = 50_000_000;

    /** The most instructions of one pattern, repetitions expanded. */
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
                // recorded below
            }
        }
        inexpressible = true;
        return text -> true;
    }

    private boolean matches(Pattern pattern, String text) {
        steps += (long) pattern.programSize() * (text.length() + 1);
        return steps > MAX_STEPS || pattern.matcher(text).find();
    }

    /** Whether a pattern could not be compiled. */
    boolean inexpressible() {
        return inexpressible;
    }

    /** Whether a text was skipped because the bound was reached. */
    boolean exhausted() {
        return steps > MAX_STEPS;
    }

    /** Translates the numeric escapes of ECMA-262 to those of RE2. */
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
