package fr.badgesiae.verifier.http;

import org.jspecify.annotations.Nullable;

/**
 * The caching headers of a response: freshness and validators (RFC 9111, RFC 9110 8.8). Each is the value as sent, several
 * of one name joined by commas, or null.
 */
public record CacheHeaders(
        @Nullable String cacheControl,
        @Nullable String age,
        @Nullable String date,
        @Nullable String expires,
        @Nullable String vary,
        @Nullable String etag,
        @Nullable String lastModified) {
    /** No headers. */
    public static final CacheHeaders NONE = new CacheHeaders(null, null, null, null, null, null, null);

    /** A Cache-Control only. */
    public static CacheHeaders cacheControl(String value) {
        return new CacheHeaders(value, null, null, null, null, null, null);
    }

    /** These headers, updated from a 304 response (RFC 9111, 3.2). */
    CacheHeaders updatedBy(CacheHeaders newer) {
        boolean lifetime = newer.cacheControl != null || newer.expires != null;
        return new CacheHeaders(
                lifetime ? newer.cacheControl : cacheControl,
                newer.age,
                newer.date,
                lifetime ? newer.expires : expires,
                or(newer.vary, vary),
                or(newer.etag, etag),
                or(newer.lastModified, lastModified));
    }

    int weight() {
        return length(cacheControl) + length(expires) + length(vary) + length(etag) + length(lastModified);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : 2 * text.length();
    }

    private static @Nullable String or(@Nullable String newer, @Nullable String older) {
        return newer == null ? older : newer;
    }
}
