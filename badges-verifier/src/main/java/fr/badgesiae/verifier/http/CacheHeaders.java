package fr.badgesiae.verifier.http;

/**
 * What an answer says of how long it may be kept and how to ask whether it changed (RFC 9111, RFC 9110 8.8). Each is the
 * header's value as sent, several of one name joined by commas, or null.
 */
public record CacheHeaders(
        String cacheControl, String age, String date, String expires, String vary, String etag, String lastModified) {
    /** An answer that says nothing. */
    public static final CacheHeaders NONE = new CacheHeaders(null, null, null, null, null, null, null);

    /** Only a Cache-Control. */
    public static CacheHeaders cacheControl(String value) {
        return new CacheHeaders(value, null, null, null, null, null, null);
    }

    /** These, updated by those of a 304 (RFC 9111, 3.2). */
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

    private static int length(String text) {
        return text == null ? 0 : 2 * text.length();
    }

    private static String or(String newer, String older) {
        return newer == null ? older : newer;
    }
}
