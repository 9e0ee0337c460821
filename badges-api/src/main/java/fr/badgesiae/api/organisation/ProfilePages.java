package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What an organisation says of itself, edited by its own administrators. */
@Path("/app/organisation")
@Produces(MediaType.TEXT_HTML)
public final class ProfilePages {
    private final Platform platform;
    private final Organisations organisations;
    private final EditProfile edit;

    ProfilePages(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
        this.edit = new EditProfile(platform);
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response profile(@Context ContainerRequestContext request, @QueryParam("saved") String saved) {
        return show(request, 200, OrganisationForm.of(own(request)), Errors.none(), saved != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response save(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        OrganisationForm form = OrganisationForm.of(typed);
        Errors errors = form.checkProfile();
        if (!errors.isEmpty()) {
            return show(request, 422, form, errors, false);
        }
        edit.save(by.organisation(), by.account(), form);
        return platform.pages().seeOther("/app/organisation?saved=1");
    }

    private OrganisationProfile own(ContainerRequestContext request) {
        return organisations.find(Principal.of(request).organisation()).orElseThrow(ProblemException::notFound);
    }

    /** Kind, SIRET and legal name are shown as kept, whatever the form sent. */
    private Response show(
            ContainerRequestContext request, int status, OrganisationForm typed, Errors errors, boolean saved) {
        OrganisationProfile kept = own(request);
        OrganisationForm form = new OrganisationForm(
                kept.kind(),
                kept.siret() == null ? "" : kept.siret(),
                kept.legalName(),
                typed.publicName(),
                typed.description(),
                typed.website(),
                typed.publicPhone(),
                typed.publicEmail(),
                typed.showsLegalIdentity(),
                typed.dataController(),
                typed.dataRightsContact(),
                typed.dataProtectionOfficer(),
                typed.dataLegalBasis());
        return platform.pages()
                .show(request, status, "organisation/profile", new OrganisationFormPage(form, errors, saved));
    }
}
