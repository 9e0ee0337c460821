package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers an offer: with its slip and PIN, or in person.
 *
 * @param organisation that made the offer
 * @param offer the offer to answer
 * @param session the id of the claim session, or of the sleeping desk session
 * @param place the organisation's public name
 * @param zone of the organisation
 * @param witness the member who passed the device over, or null where the slip and its PIN opened the claim
 */
public record ClaimPrincipal(
        OrganisationId organisation,
        UUID offer,
        UUID session,
        String place,
        FrenchZone zone,
        @Nullable AccountId witness) {
    static final String PROPERTY = ClaimPrincipal.class.getName();

    /** The principal that the filter accepted; only for routes allowed to {@link Permission#CLAIM}. */
    public static ClaimPrincipal of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof ClaimPrincipal principal) {
            return principal;
        }
        throw new IllegalStateException("a route that is not a claim's asked for its offer");
    }
}
