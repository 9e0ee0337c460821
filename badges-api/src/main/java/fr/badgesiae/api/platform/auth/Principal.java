package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;

/**
 * A member at work.
 *
 * @param organisation whose rows every act of this member is about
 * @param name shown beside the way out
 * @param place the organisation's public name, as the session's look-up found it
 * @param session the desk session's row
 */
public record Principal(
        AccountId account, OrganisationId organisation, Role role, String name, String place, UUID session) {
    static final String PROPERTY = Principal.class.getName();

    /** Who the filter let through; only for routes that ask for a member's permission. */
    public static Principal of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Principal principal) {
            return principal;
        }
        throw new IllegalStateException("a route without a member's permission asked for its member");
    }
}
