package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Invitation of an organisation's first administrator by its network. Administrators invite later members. */
@Path("/app/organisations/{organisation}/first-admin")
@Produces(MediaType.TEXT_HTML)
public final class FirstAdminPages {
    private final Platform platform;
    private final InviteOrganisationAdmin invite;

    public FirstAdminPages(Platform platform, InviteOrganisationAdmin invite) {
        this.platform = platform;
        this.invite = invite;
    }

    @POST
    @Allowed(Permission.NETWORK)
    public Response make(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        String address = invite.apply(by.organisation(), by.account(), id);
        MemberPages.LinkPage page = new MemberPages.LinkPage(
                "join", address, platform.clock().instant().plus(Links.LIFETIME), "/app/organisations/" + id);
        return platform.pages().show(request, "account/link", page);
    }
}
