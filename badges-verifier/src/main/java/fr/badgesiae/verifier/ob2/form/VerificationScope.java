package fr.badgesiae.verifier.ob2.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.net.URI;
import java.util.List;

/**
 * The scope of an issuer's hosted assertions, from its published Profile: {@code startsWith}, {@code allowedOrigins}, or by
 * default the origin of the issuer's id (ob-2.0 VerificationObject, HostedBadge Verification).
 */
public record VerificationScope(List<String> startsWith, List<String> allowedOrigins, String issuerId) {
    private static final String SPEC = "ob-2.0 VerificationObject";

    public static VerificationScope of(ObjectNode profile, String issuerId) {
        JsonNode verification = profile.path("verification");
        return new VerificationScope(
                ParsedCredential.strings(verification.path("startsWith")),
                ParsedCredential.strings(verification.path("allowedOrigins")),
                issuerId);
    }

    /** Whether an assertion's id lies in the scope. */
    public boolean holds(String id) {
        URI address = WebAddresses.web(id).orElse(null);
        if (address == null) {
            return false;
        }
        if (!startsWith.isEmpty() && startsWith.stream().noneMatch(prefix -> WebAddresses.startsWith(id, prefix))) {
            return false;
        }
        if (!allowedOrigins.isEmpty()) {
            return WebAddresses.atOneOf(address, allowedOrigins);
        }
        return !startsWith.isEmpty() || WebAddresses.sameOrigin(id, issuerId);
    }

    /** Whether the Profile declares no scope; then the BadgeClass must also be at the issuer's origin. */
    public boolean isDefault() {
        return startsWith.isEmpty() && allowedOrigins.isEmpty();
    }

    public Finding finding() {
        if (isDefault()) {
            return new Finding("proof.scope", "origin of " + issuerId, SPEC);
        }
        return new Finding("proof.scope", "startsWith " + startsWith + " allowedOrigins " + allowedOrigins, SPEC);
    }
}
