package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.siret.EarlierSiret;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An organisation's public profile, edited by its own administrators. */
@Path("/app/organisation")
@Produces(MediaType.TEXT_HTML)
public final class ProfilePages {
    private final Platform platform;
    private final ShowProfile show;
    private final EditProfile edit;

    ProfilePages(Platform platform, ShowProfile show, EditProfile edit) {
        this.platform = platform;
        this.show = show;
        this.edit = edit;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response profile(@Context ContainerRequestContext request) {
        ShowProfile.Profile kept = show.apply(Principal.of(request).organisation());
        String usual = platform.pages().context(request).t("organisation.basis.usual");
        OrganisationForm form = kept.form().withLegalBasis(usual);
        return show(request, 200, new ProfilePage(form, kept.revision(), null, kept.earlier(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response save(@Context ContainerRequestContext request, MultivaluedMap<String, String> fields) {
        Principal by = Principal.of(request);
        OrganisationForm form = OrganisationForm.of(fields);
        int revision = Revision.of(fields);
        return edit.apply(by.organisation(), by.account(), revision, form).fold(new EditProfile.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/organisation", "organisation.done.saved");
            }

            @Override
            public Response invalid(OrganisationForm typed, Errors errors) {
                return show(
                        request,
                        422,
                        new ProfilePage(
                                typed,
                                revision,
                                null,
                                show.apply(by.organisation()).earlier(),
                                errors));
            }

            @Override
            public Response savedSince(OrganisationForm typed, ShowProfile.Profile now) {
                Errors since = Errors.of("", "common.saved-since");
                return show(request, 409, new ProfilePage(typed, now.revision(), now.form(), now.earlier(), since));
            }
        });
    }

    private Response show(ContainerRequestContext request, int status, ProfilePage page) {
        return platform.pages().show(request, status, "organisation/profile", page);
    }

    /**
     * Form of an organisation's own profile.
     *
     * @param revision the one that saving replaces
     * @param saved what a concurrent request saved, or null
     * @param earlier SIRETs that it had before
     */
    public record ProfilePage(
            OrganisationForm form,
            int revision,
            @Nullable OrganisationForm saved,
            List<EarlierSiret> earlier,
            Errors errors) {

        public List<Difference> differences(PageContext context) {
            return saved == null
                    ? List.of()
                    : Difference.among(Stream.of(
                            difference(context, "public-name", OrganisationForm::publicName),
                            difference(context, "description", OrganisationForm::description),
                            difference(context, "town", OrganisationForm::town),
                            difference(context, "departements", OrganisationForm::departements),
                            difference(context, "website", OrganisationForm::website),
                            difference(context, "phone", OrganisationForm::publicPhone),
                            difference(context, "email", OrganisationForm::publicEmail),
                            difference(context, "time-zone", form -> zone(context, form.timeZone())),
                            difference(context, "shows-legal", form -> yes(context, form.showsLegalIdentity())),
                            difference(context, "controller", OrganisationForm::dataController),
                            difference(context, "rights", OrganisationForm::dataRightsContact),
                            difference(context, "dpo", OrganisationForm::dataProtectionOfficer),
                            difference(context, "basis", OrganisationForm::dataLegalBasis)));
        }

        private Difference difference(PageContext context, String field, Function<OrganisationForm, String> value) {
            return new Difference(context.t("organisation.field." + field), value.apply(saved), value.apply(form));
        }

        /** The zones by their names. */
        public Map<String, String> zones(PageContext context) {
            Map<String, String> zones = new LinkedHashMap<>();
            for (FrenchZone zone : FrenchZone.values()) {
                zones.put(zone.id(), context.t("organisation.zone." + zone.name()));
            }
            return zones;
        }

        private static String zone(PageContext context, String id) {
            return FrenchZone.find(id)
                    .map(zone -> context.t("organisation.zone." + zone.name()))
                    .orElse("");
        }

        private static String yes(PageContext context, boolean ticked) {
            return context.t(ticked ? "common.yes" : "common.no");
        }
    }
}
