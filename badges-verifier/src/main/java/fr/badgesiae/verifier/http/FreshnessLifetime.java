package fr.badgesiae.verifier.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * The freshness lifetime of a response in a shared cache (RFC 9111, 4.2).
 *
 * @param fresh how long the response is used without revalidation
 * @param keep whether the response may be stored
 * @param stale whether a stale copy may be used while the server is unreachable
 */
record FreshnessLifetime(Duration fresh, boolean keep, boolean stale) {
    static final Duration UNSAID = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(1);
    static final Duration FAILURE = Duration.ofSeconds(10);

    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,;=\"]++)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"?+|([^\\s,;\"]*+)))?+");
    private static final FreshnessLifetime NEVER = new FreshnessLifetime(Duration.ZERO, false, false);

    /** @param received the instant of the request, used when the response has no date */
    static FreshnessLifetime of(CacheHeaders headers, Instant received) {
        Map<String, String> said = directives(headers.cacheControl());
        boolean anything = headers.vary() != null && headers.vary().contains("*");
        if (anything || said.containsKey("no-store") || said.containsKey("private")) {
            return NEVER;
        }
        boolean unasked = !said.containsKey("no-cache");
        boolean stale = unasked && !said.containsKey("must-revalidate") && !said.containsKey("proxy-revalidate");
        return new FreshnessLifetime(
                unasked ? within(said(said, headers, received), headers.age()) : Duration.ZERO, true, stale);
    }

    private static Duration said(Map<String, String> directives, CacheHeaders headers, Instant received) {
        for (String name : new String[] {"s-maxage", "max-age"}) {
            if (directives.containsKey(name)) {
                return Duration.ofSeconds(seconds(directives.get(name)));
            }
        }
        if (headers.expires() == null) {
            return UNSAID;
        }
        Instant expires = DateUtils.parseStandardDate(headers.expires());
        Instant date = headers.date() == null ? null : DateUtils.parseStandardDate(headers.date());
        return expires == null ? Duration.ZERO : Duration.between(date == null ? received : date, expires);
    }

    private static Duration within(Duration said, @Nullable String age) {
        Duration left = said.minusSeconds(age == null ? 0 : seconds(age.strip()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    /** A number of seconds; none when malformed, capped when huge. */
    private static long seconds(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return text.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(text);
    }

    /** Directives by name in lower case; of duplicates the first (RFC 9111, 4.2.1). */
    private static Map<String, String> directives(@Nullable String cacheControl) {
        Map<String, String> directives = new LinkedHashMap<>();
        Matcher matcher = DIRECTIVE.matcher(cacheControl == null ? "" : cacheControl);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            directives.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value.strip());
        }
        return directives;
    }
}
