package fr.badgesiae.api.account;

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
import org.jspecify.annotations.Nullable;

/** The home page of the desk. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {
    private final Platform platform;
    private final ShowDesk show;

    DeskPages(Platform platform, ShowDesk show) {
        this.platform = platform;
        this.show = show;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response home(@Context ContainerRequestContext request) {
        Principal principal = Principal.of(request);
        Suspension pause = show.apply(principal.organisation()).orElse(null);
        return platform.pages().show(request, "account/desk", new DeskPage(principal.name(), principal.role(), pause));
    }

    /**
     * Home page after sign-in: the next things to do, by role.
     *
     * @param pause the organisation's pause, or null
     */
    public record DeskPage(String name, Role role, @Nullable Suspension pause) {}
}
