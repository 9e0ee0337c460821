package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;

/**
 * A member signed in to the desk.
 *
 * @param organisation the tenant of all acts of this member
 * @param name shown beside the sign-out button
 * @param place the organisation's public name
 * @param session the id of the desk session
 */
public record Principal(
        AccountId account, OrganisationId organisation, Role role, String name, String place, UUID session) {
    static final String PROPERTY = Principal.class.getName();

    /** The principal that the filter accepted; only for routes that require a member's permission. */
    public static Principal of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Principal principal) {
            return principal;
        }
        throw new IllegalStateException("a route without a member's permission asked for its member");
    }
}
