package fr.badgesiae.verifier.http;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer may be kept, from its Cache-Control and Age (RFC 9111, 4.2). */
final class Lifetime {
    static final Duration UNSAID = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(1);
    static final Duration FAILURE = Duration.ofSeconds(10);

    private static final Pattern SECONDS = Pattern.compile("(s-maxage|max-age)\\s*=\\s*\"?(\\d{1,9})");

    private Lifetime() {}

    /**
     * @param cacheControl the header, or null
     * @param age the header in seconds, or null
     */
    static Duration of(String cacheControl, String age) {
        if (cacheControl == null) {
            return UNSAID;
        }
        String said = cacheControl.toLowerCase(Locale.ROOT);
        if (said.contains("no-store") || said.contains("no-cache") || said.contains("private")) {
            return Duration.ZERO;
        }
        Matcher matcher = SECONDS.matcher(said);
        Duration longest = UNSAID;
        while (matcher.find()) {
            longest = Duration.ofSeconds(Long.parseLong(matcher.group(2)));
            if (matcher.group(1).equals("s-maxage")) {
                break;
            }
        }
        Duration left = longest.minusSeconds(age != null && age.matches("\\d{1,9}") ? Long.parseLong(age) : 0);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
