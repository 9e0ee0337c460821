package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;

/**
 * A holder signed in to their own space.
 *
 * @param session the id of the holder session
 * @param zone of the organisation of their newest badge
 */
public record HolderPrincipal(HolderId holder, UUID session, FrenchZone zone) {
    static final String PROPERTY = HolderPrincipal.class.getName();

    /** The principal that the filter accepted; empty on other routes, and where the filter accepted nobody. */
    public static Optional<HolderPrincipal> find(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof HolderPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }

    /** The principal that the filter accepted; only for routes allowed to {@link Permission#HOLDER}. */
    public static HolderPrincipal of(ContainerRequestContext request) {
        return find(request)
                .orElseThrow(() -> new IllegalStateException("a route that is not a holder's asked for its holder"));
    }
}
