package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Invitation of an organisation's first administrator by its network, and of another when the management is locked out.
 * Administrators invite later members.
 */
@Path("/app/organisations/{organisation}/first-admin")
@Produces(MediaType.TEXT_HTML)
public final class FirstAdminPages {
    private final Platform platform;
    private final InviteOrganisationAdmin invite;
    private final FindRecoverable find;

    public FirstAdminPages(Platform platform, InviteOrganisationAdmin invite, FindRecoverable find) {
        this.platform = platform;
        this.invite = invite;
        this.find = find;
    }

    @POST
    @Allowed(Permission.NETWORK)
    public Response make(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        return link(request, id, invite.apply(by.organisation(), by.account(), id, false));
    }

    /** The question before a way back for a management that nobody of gets in any more. */
    @GET
    @Path("/again")
    @Allowed(Permission.NETWORK)
    public Response ask(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        return ask(request, 200, id, Errors.none());
    }

    @POST
    @Path("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response again(
            @Context ContainerRequestContext request,
            @PathParam("organisation") OrganisationId id,
            @FormParam("sure") @DefaultValue("") String sure) {
        Principal by = Principal.of(request);
        if (!sure.equals("yes")) {
            return ask(request, 422, id, Errors.of("sure", "account.again.missing"));
        }
        return link(request, id, invite.apply(by.organisation(), by.account(), id, true));
    }

    private Response ask(ContainerRequestContext request, int status, OrganisationId id, Errors errors) {
        String name = find.apply(Principal.of(request).organisation(), id).publicName();
        Again page = new Again(name, "/app/organisations/" + id, errors);
        return platform.pages().show(request, status, "account/again", page);
    }

    private Response link(ContainerRequestContext request, OrganisationId id, String address) {
        MemberPages.LinkPage page = new MemberPages.LinkPage(
                "join", address, platform.clock().instant().plus(Links.LIFETIME), "/app/organisations/" + id);
        return platform.pages().show(request, "account/link", page);
    }

    /** A link although the organisation has an administrator; {@code back} is its page. */
    public record Again(String organisation, String back, Errors errors) {}
}
