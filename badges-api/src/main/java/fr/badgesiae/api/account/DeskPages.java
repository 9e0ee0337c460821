package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.Suspension;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The home page of the desk. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {
    private final Platform platform;
    private final Organisations organisations;

    DeskPages(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response home(@Context ContainerRequestContext request) {
        Principal principal = Principal.of(request);
        Suspension pause = platform.database()
                .inOrganisation(
                        principal.organisation(), handle -> organisations.suspension(handle, principal.organisation()))
                .orElse(null);
        return platform.pages().show(request, "account/desk", new DeskPage(principal.name(), principal.role(), pause));
    }

    /**
     * What somebody sees who just came in: the next things to do, by role.
     *
     * @param pause what the organisation is under, or null
     */
    public record DeskPage(String name, Role role, Suspension pause) {}
}
