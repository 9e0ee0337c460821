package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Awarded badges at the desk, and taking one back. */
@Path("/app/credentials")
@Produces(MediaType.TEXT_HTML)
public final class CredentialPages {
    private final Platform platform;
    private final DeskCredentials desk;
    private final RevokeCredential revoke;

    CredentialPages(Platform platform, DeskCredentials desk, RevokeCredential revoke) {
        this.platform = platform;
        this.desk = desk;
        this.revoke = revoke;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") CredentialId after) {
        CredentialListPage page = desk.page(Principal.of(request).organisation(), after);
        return platform.pages().show(request, "credential/list", page);
    }

    @GET
    @Path("/{credential}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        return platform.pages().show(request, "credential/show", find(request, id));
    }

    @GET
    @Path("/{credential}/revoke")
    @Allowed(Permission.DESK)
    public Response ask(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        CredentialPage page = find(request, id);
        return page.credential().state() == CredentialState.REVOKED
                ? platform.pages().seeOther("/app/credentials/" + id)
                : form(request, 200, page, new RevokeForm(null, "", false), Errors.none());
    }

    @POST
    @Path("/{credential}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response revoke(
            @Context ContainerRequestContext request,
            @PathParam("credential") CredentialId id,
            MultivaluedMap<String, String> typed) {
        CredentialPage page = find(request, id);
        RevokeForm form = RevokeForm.of(typed);
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return form(request, 422, page, form, errors);
        }
        Principal by = Principal.of(request);
        platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> revoke.revoke(
                                handle,
                                by.organisation(),
                                id,
                                form.chosen().orElseThrow(),
                                form.note(),
                                Actor.account(by.account())));
        return platform.pages().seeOther("/app/credentials/" + id);
    }

    private CredentialPage find(ContainerRequestContext request, CredentialId id) {
        return desk.show(Principal.of(request).organisation(), id);
    }

    private Response form(
            ContainerRequestContext request, int status, CredentialPage about, RevokeForm form, Errors errors) {
        RevokePage page = new RevokePage(
                "/app/credentials/" + about.credential().id(),
                about.credential().achievementName(),
                about.person(),
                form.reason(),
                form.note(),
                errors);
        return platform.pages().show(request, status, "credential/revoke", page);
    }
}
