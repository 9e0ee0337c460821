package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** Form of a network that changes the SIRET of one of its organisations. */
@Path("/app/organisations/{organisation}/siret")
@Produces(MediaType.TEXT_HTML)
public final class SiretPages {
    private final Platform platform;
    private final ShowSiret show;
    private final ChangeSiret change;

    public SiretPages(Platform platform) {
        this.platform = platform;
        this.show = new ShowSiret(platform.database());
        this.change = new ChangeSiret(platform);
    }

    @GET
    @Allowed(Permission.NETWORK)
    public Response blank(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        ShowSiret.Shown shown = show.apply(by.organisation(), id);
        SiretForm form = SiretForm.blank(shown.siret(), today(by));
        return show(request, 200, new SiretPage(id.toString(), shown.legalName(), shown.siret(), form, Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("organisation") OrganisationId id,
            MultivaluedMap<String, String> fields) {
        Principal by = Principal.of(request);
        SiretForm form = SiretForm.of(fields);
        Errors errors = form.errors(today(by));
        if (!errors.isEmpty()) {
            return again(request, 422, id, form, errors);
        }
        LocalDate day = form.day(today(by)).orElseThrow();
        return switch (change.apply(by.organisation(), by.account(), id, form.from(), form.siret(), day)) {
            case CHANGED -> platform.pages().seeOther("/app/organisations/" + id, "organisation.done.siret-changed");
            case TAKEN -> again(request, 422, id, form, Errors.of("siret", "organisation.siret.error.taken"));
            case TOO_EARLY -> again(request, 422, id, form, Errors.of("day", "organisation.siret.error.day-before"));
            case CHANGED_SINCE -> again(request, 409, id, form, Errors.of("", "organisation.siret.error.since"));
        };
    }

    private LocalDate today(Principal by) {
        return by.zone().today(platform.clock());
    }

    private Response again(
            ContainerRequestContext request, int status, OrganisationId id, SiretForm form, Errors errors) {
        ShowSiret.Shown now = show.apply(Principal.of(request).organisation(), id);
        return show(request, status, new SiretPage(id.toString(), now.legalName(), now.siret(), form, errors));
    }

    private Response show(ContainerRequestContext request, int status, SiretPage page) {
        return platform.pages().show(request, status, "organisation/siret", page);
    }

    /**
     * Form of a new SIRET.
     *
     * @param siret the current one
     */
    public record SiretPage(String id, String legalName, String siret, SiretForm form, Errors errors) {}
}
