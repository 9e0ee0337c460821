package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.codec.WebAddresses;
import org.jspecify.annotations.Nullable;

/** The member {@code revoked} of an assertion (Open Badges 2.0) or of an entry in a revocation list (2.0, VCRL 1.0). */
public final class Revoked {
    private Revoked() {}

    /** Whether it states a revocation: anything but absent, null, false and the text "false". */
    public static boolean isStatedBy(JsonNode document) {
        JsonNode revoked = document.path("revoked");
        return !revoked.isMissingNode() && !revoked.isNull() && !isDenied(revoked);
    }

    /** Whether an entry of a revocation list counts: all do except with false or "false"; null is as if absent. */
    public static boolean isNotDeniedBy(JsonNode entry) {
        return !isDenied(entry.path("revoked"));
    }

    private static boolean isDenied(JsonNode revoked) {
        return revoked.isBoolean() ? !revoked.booleanValue() : "false".equals(revoked.textValue());
    }

    /**
     * Whether an entry names a badge. UUIDs ignore case (RFC 4122, 3); web addresses are compared as resources, so that no
     * spelling hides a revocation.
     */
    public static boolean isSameId(@Nullable String badge, @Nullable String listed) {
        if (badge == null) {
            return false;
        }
        boolean uuid = badge.regionMatches(true, 0, "urn:uuid:", 0, "urn:uuid:".length());
        return uuid ? badge.equalsIgnoreCase(listed) : WebAddresses.sameResource(badge, listed);
    }
}
