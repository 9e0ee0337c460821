package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;

/** The member {@code revoked} of an assertion or of an entry in a revocation list (Open Badges 2.0). */
public final class Revoked {
    private Revoked() {}

    /** Whether it states a revocation: anything but absent, null, false and the text "false". */
    public static boolean isStatedBy(JsonNode document) {
        JsonNode revoked = document.path("revoked");
        return !revoked.isMissingNode() && isNotDenied(revoked);
    }

    /** Whether an entry of a revocation list counts: one without the member does. */
    public static boolean isNotDeniedBy(JsonNode entry) {
        return isNotDenied(entry.path("revoked"));
    }

    private static boolean isNotDenied(JsonNode revoked) {
        boolean denied = revoked.isBoolean() ? !revoked.booleanValue() : "false".equals(revoked.textValue());
        return !denied && !revoked.isNull();
    }
}
