package fr.badgesiae.api.organisation.pause;

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

/** Forms of a network that pauses one of its organisations with a reason, and resumes. */
@Path("/app/organisations")
@Produces(MediaType.TEXT_HTML)
public final class PausePages {
    private static final int LONGEST = 500;

    private final Platform platform;
    private final FindLegalName name;
    private final PauseOrganisation pause;
    private final ResumeOrganisation resume;

    public PausePages(Platform platform) {
        RecordPause record = new RecordPause(platform.audit());
        this.platform = platform;
        this.name = new FindLegalName(platform.database());
        this.pause = new PauseOrganisation(platform, record);
        this.resume = new ResumeOrganisation(platform, record);
    }

    @GET
    @Path("/{organisation}/pause")
    @Allowed(Permission.NETWORK)
    public Response askPause(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        return ask(request, 200, id, "", Errors.none());
    }

    @POST
    @Path("/{organisation}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response pause(
            @Context ContainerRequestContext request,
            @PathParam("organisation") OrganisationId id,
            @FormParam("reason") @DefaultValue("") String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            return ask(request, 422, id, reason, Errors.of("reason", "organisation.pause.reason-missing"));
        }
        if (reason.length() > LONGEST) {
            return ask(request, 422, id, reason, Errors.of("reason", "organisation.error.too-long", LONGEST));
        }
        Principal by = Principal.of(request);
        pause.apply(by.organisation(), by.account(), id, reason);
        return platform.pages().seeOther("/app/organisations/" + id);
    }

    @GET
    @Path("/{organisation}/resume")
    @Allowed(Permission.NETWORK)
    public Response askResume(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        return platform.pages().show(request, "organisation/resume", page(request, id, "", Errors.none()));
    }

    @POST
    @Path("/{organisation}/resume")
    @Allowed(Permission.NETWORK)
    public Response resume(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        resume.apply(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/organisations/" + id);
    }

    private Response ask(ContainerRequestContext request, int status, OrganisationId id, String reason, Errors errors) {
        return platform.pages().show(request, status, "organisation/pause", page(request, id, reason, errors));
    }

    private PausePage page(ContainerRequestContext request, OrganisationId id, String reason, Errors errors) {
        String legalName = name.apply(Principal.of(request).organisation(), id);
        return new PausePage(id.toString(), legalName, reason, errors);
    }

    /**
     * Confirmation of a pause or of its end.
     *
     * @param reason as typed
     */
    public record PausePage(String id, String legalName, String reason, Errors errors) {}
}
