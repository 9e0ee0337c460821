package fr.badgesiae.verifier;

/**
 * Bounds of one fetch.
 *
 * @param maxBytes size of the decoded body
 * @param maxRedirects how many redirects may be followed
 * @param sameOrigin whether a redirect must stay within the origin (DID documents, Profiles, keys)
 */
public record FetchLimits(int maxBytes, int maxRedirects, boolean sameOrigin) {
    public static final FetchLimits DOCUMENT = new FetchLimits(1 << 20, 3, false);
    public static final FetchLimits KEY_DOCUMENT = new FetchLimits(1 << 20, 3, true);
}
