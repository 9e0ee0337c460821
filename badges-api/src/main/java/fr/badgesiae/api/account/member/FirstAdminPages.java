package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The link by which a network lets an organisation's first administrator in; later members are not its affair. */
@Path("/app/organisations/{organisation}/first-admin")
@Produces(MediaType.TEXT_HTML)
public final class FirstAdminPages {
    private final Platform platform;
    private final Organisations organisations;
    private final ManageMembers members;

    public FirstAdminPages(Platform platform, Organisations organisations, ManageMembers members) {
        this.platform = platform;
        this.organisations = organisations;
        this.members = members;
    }

    @POST
    @Allowed(Permission.NETWORK)
    public Response make(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        boolean ours = organisations
                .find(id)
                .flatMap(profile -> profile.network())
                .filter(network -> network.id().equals(by.organisation()))
                .isPresent();
        if (!ours) {
            throw ProblemException.notFound();
        }
        String address = members.inviteFirst(id, by.account())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT, "This organisation has an administrator, who looks after its members."));
        MemberPages.LinkPage page = new MemberPages.LinkPage(
                "join", address, platform.clock().instant().plus(Links.JOIN_LIFE), "/app/organisations/" + id);
        return platform.pages().show(request, "account/link", page);
    }
}
