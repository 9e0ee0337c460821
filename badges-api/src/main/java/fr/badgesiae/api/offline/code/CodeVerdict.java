package fr.badgesiae.api.offline.code;

/** What is found about a code; the page's script has the same names. */
public enum CodeVerdict {
    /** Signature right, in force and not revoked. */
    RIGHT,
    REVOKED,
    EXPIRED,
    /** Signed by nobody's key of that issuer, or outside the life of the key. */
    FORGED,
    /** Its signature does not match its words. */
    ALTERED,
    /** The key that signed it is in wrong hands. */
    COMPROMISED,
    /** No network of this platform vouches for its issuer. */
    UNKNOWN_ISSUER,
    /** No code at all, or damaged. */
    UNREADABLE
}
