package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;

/**
 * A member signed in to the desk.
 *
 * @param organisation the tenant of all acts of this member
 * @param role the preset that their rights come from, unless they are set by hand
 * @param name shown beside the sign-out button
 * @param place the organisation's public name
 * @param session the id of the desk session
 * @param zone of the organisation
 * @param paused whether the organisation may neither offer nor award at the moment
 * @param several whether the account works for another organisation too
 */
public record Principal(
        AccountId account,
        OrganisationId organisation,
        Role role,
        Rights rights,
        String name,
        String place,
        UUID session,
        FrenchZone zone,
        boolean paused,
        boolean several) {
    static final String PROPERTY = Principal.class.getName();

    /** In Paris time: a member who acts outside a session. */
    public Principal(
            AccountId account, OrganisationId organisation, Role role, String name, String place, UUID session) {
        this(account, organisation, role, Rights.of(role), name, place, session, FrenchZone.PARIS, false, false);
    }

    /** Whether their rights grant the permission. */
    public boolean may(Permission permission) {
        return rights.may(permission);
    }

    /** The principal that the filter accepted; only for routes that require a member's permission. */
    public static Principal of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Principal principal) {
            return principal;
        }
        throw new IllegalStateException("a route without a member's permission asked for its member");
    }
}
