package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;

/**
 * Somebody answering an offer: with its slip and PIN, or in person.
 *
 * @param organisation who made the offer
 * @param offer the offer being answered
 * @param session the claim session's row, or that of the desk session asleep behind it
 * @param witness the member who passed the device over, or null where the slip and its PIN opened the claim
 */
public record ClaimPrincipal(OrganisationId organisation, UUID offer, UUID session, AccountId witness) {
    static final String PROPERTY = ClaimPrincipal.class.getName();

    /** Who the filter let through; only for routes allowed to {@link Permission#CLAIM}. */
    public static ClaimPrincipal of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof ClaimPrincipal principal) {
            return principal;
        }
        throw new IllegalStateException("a route that is not a claim's asked for its offer");
    }
}
