package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an organisation says of itself, edited by its own administrators. */
@Path("/app/organisation")
@Produces(MediaType.TEXT_HTML)
public final class ProfilePages {
    private final Platform platform;
    private final EditProfile edit;

    ProfilePages(Platform platform, EditProfile edit) {
        this.platform = platform;
        this.edit = edit;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response profile(@Context ContainerRequestContext request, @QueryParam("saved") String saved) {
        ProfileRow kept = own(request);
        OrganisationForm form = OrganisationForm.of(kept);
        return show(request, 200, new ProfilePage(form, kept.revision(), null, Errors.none(), saved != null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response save(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        OrganisationForm form = OrganisationForm.of(typed).keptBy(own(request));
        Errors errors = form.checkProfile();
        int revision = Revision.of(typed);
        if (!errors.isEmpty()) {
            return show(request, 422, new ProfilePage(form, revision, null, errors, false));
        }
        if (!edit.save(by.organisation(), by.account(), revision, form)) {
            ProfileRow now = own(request);
            OrganisationForm saved = OrganisationForm.of(now);
            if (!saved.equals(form)) {
                Errors since = Errors.of("", "common.saved-since");
                return show(request, 409, new ProfilePage(form, now.revision(), saved, since, false));
            }
        }
        return platform.pages().seeOther("/app/organisation?saved=1");
    }

    private ProfileRow own(ContainerRequestContext request) {
        OrganisationId here = Principal.of(request).organisation();
        return platform.database()
                .inOrganisation(here, handle -> handle.attach(ProfileDao.class).find(here.value()))
                .orElseThrow(ProblemException::notFound);
    }

    private Response show(ContainerRequestContext request, int status, ProfilePage page) {
        return platform.pages().show(request, status, "organisation/profile", page);
    }

    /**
     * An organisation's own form of its profile.
     *
     * @param revision the one that saving replaces
     * @param saved what somebody else saved meanwhile, or null
     * @param done whether it was just kept
     */
    public record ProfilePage(
            OrganisationForm form, int revision, OrganisationForm saved, Errors errors, boolean done) {

        public List<Difference> differences(PageContext context) {
            return saved == null
                    ? List.of()
                    : Difference.among(Stream.of(
                            difference(context, "public-name", OrganisationForm::publicName),
                            difference(context, "description", OrganisationForm::description),
                            difference(context, "website", OrganisationForm::website),
                            difference(context, "phone", OrganisationForm::publicPhone),
                            difference(context, "email", OrganisationForm::publicEmail),
                            difference(context, "shows-legal", form -> yes(context, form.showsLegalIdentity())),
                            difference(context, "controller", OrganisationForm::dataController),
                            difference(context, "rights", OrganisationForm::dataRightsContact),
                            difference(context, "dpo", OrganisationForm::dataProtectionOfficer),
                            difference(context, "basis", OrganisationForm::dataLegalBasis)));
        }

        private Difference difference(PageContext context, String field, Function<OrganisationForm, String> value) {
            return new Difference(context.t("organisation.field." + field), value.apply(saved), value.apply(form));
        }

        private static String yes(PageContext context, boolean ticked) {
            return context.t(ticked ? "common.yes" : "common.no");
        }
    }
}
