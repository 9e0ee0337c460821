package fr.badgesiae.verifier.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a pattern becomes with its counted repetitions written out, without writing them out: {@code ((a{999}){999}){999}} is
 * twenty characters long.
 */
public final class PatternSize {
    private static final long MANY = Integer.MAX_VALUE;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?}");

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long before;
    private long last;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** Roughly its number of instructions; at most {@link Integer#MAX_VALUE}. */
    static long of(String regex) {
        PatternSize size = new PatternSize(regex);
        int at = 0;
        while (at < regex.length()) {
            at = size.read(at);
        }
        long sum = size.before + size.last;
        for (long open : size.outer) {
            sum += open;
        }
        return Math.min(MANY, sum);
    }

    private int read(int at) {
        switch (regex.charAt(at)) {
            case '(' -> {
                outer.push(before + last);
                before = 0;
                last = 0;
            }
            case ')' -> {
                last = before + last + 1;
                before = outer.isEmpty() ? 0 : outer.pop();
            }
            case '*', '+', '?' -> last++;
            case '{' -> {
                return repetition(at);
            }
            case '[' -> {
                return atom(endOfClass(at));
            }
            case '\\' -> {
                return atom(at + 2);
            }
            default -> {
                return atom(at + 1);
            }
        }
        return at + 1;
    }

    private int atom(int next) {
        before = Math.min(MANY, before + last);
        last = 1;
        return next;
    }

    private int repetition(int at) {
        Matcher count = COUNT.matcher(regex).region(at, regex.length());
        if (!count.lookingAt()) {
            return atom(at + 1);
        }
        long least = Long.parseLong(count.group(1));
        boolean bounded = count.group(3) != null && !count.group(3).isEmpty();
        long most = bounded ? Long.parseLong(count.group(3)) : least + 1;
        last = Math.min(MANY, last * Math.max(1, Math.max(least, most)));
        return count.end();
    }

    private int endOfClass(int at) {
        int next = at + 1;
        while (next < regex.length() && regex.charAt(next) != ']') {
            next += regex.charAt(next) == '\\' ? 2 : 1;
        }
        return next + 1;
    }
}
