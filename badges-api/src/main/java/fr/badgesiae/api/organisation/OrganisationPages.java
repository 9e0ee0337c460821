package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.departement.DepartementChoices;
import fr.badgesiae.api.organisation.departement.Departements;
import fr.badgesiae.api.organisation.pause.AskedLine;
import fr.badgesiae.api.organisation.siret.EarlierSiret;
import fr.badgesiae.api.organisation.siret.Siret;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organisations of a network. */
@Path("/app/organisations")
@Produces(MediaType.TEXT_HTML)
public final class OrganisationPages {
    private final Platform platform;
    private final ListOrganisations list;
    private final ShowOrganisation show;
    private final CreateOrganisation create;

    OrganisationPages(Platform platform, ListOrganisations list, ShowOrganisation show, CreateOrganisation create) {
        this.platform = platform;
        this.list = list;
        this.show = show;
        this.create = create;
    }

    @GET
    @Allowed(Permission.NETWORK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("words") @DefaultValue("") String words,
            @QueryParam("departement") @DefaultValue("") String chosen,
            @QueryParam("after") @Nullable OrganisationId after) {
        Principal by = Principal.of(request);
        String wanted = Siret.searched(words);
        String departement = Departements.known(chosen);
        ListOrganisations.Listed listed = list.apply(by.organisation(), wanted, departement, after);
        List<OrganisationListPage.Line> lines =
                listed.lines().stream().map(OrganisationPages::line).toList();
        String next = !listed.more()
                ? null
                : "/app/organisations?words=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&departement="
                        + departement + "&after=" + lines.get(lines.size() - 1).id();
        return platform.pages()
                .show(
                        request,
                        "organisation/list",
                        new OrganisationListPage(wanted, departement, lines, next, listed.asked()));
    }

    @GET
    @Path("/new")
    @Allowed(Permission.NETWORK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, OrganisationForm.empty(), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        OrganisationForm form = OrganisationForm.of(typed);
        Errors errors = form.checkNew();
        if (!errors.isEmpty()) {
            return form(request, 422, form, errors);
        }
        return create.apply(by.organisation(), by.account(), form).fold(new CreateOrganisation.Cases<>() {
            @Override
            public Response created(OrganisationId id) {
                return platform.pages().seeOther("/app/organisations/" + id, "organisation.done.created");
            }

            @Override
            public Response siretTaken() {
                return form(request, 422, form, Errors.of("siret", "organisation.error.siret-taken"));
            }
        });
    }

    @GET
    @Path("/{organisation}")
    @Allowed(Permission.NETWORK)
    public Response show(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        OrganisationPage page = page(show.apply(by.organisation(), id), by.account());
        return platform.pages().show(request, "organisation/show", page);
    }

    private Response form(ContainerRequestContext request, int status, OrganisationForm form, Errors errors) {
        return platform.pages().show(request, status, "organisation/new", new OrganisationFormPage(form, errors));
    }

    private static OrganisationListPage.Line line(NetworkOrganisation organisation) {
        return new OrganisationListPage.Line(
                organisation.id().toString(),
                organisation.kind().name(),
                organisation.legalName(),
                organisation.publicName(),
                organisation.departements(),
                organisation.suspendedSince() != null,
                organisation.pauseAskedAt() != null);
    }

    private static OrganisationPage page(ShowOrganisation.Shown shown, AccountId by) {
        NetworkOrganisation organisation = shown.organisation();
        return new OrganisationPage(
                organisation.id().toString(),
                organisation.kind().name(),
                organisation.siret(),
                shown.earlier(),
                organisation.legalName(),
                organisation.publicName(),
                organisation.departements(),
                organisation.since(),
                organisation.suspendedSince(),
                organisation.pauseReason() == null
                        ? null
                        : organisation.pauseReason().name(),
                organisation.suspendedReason(),
                asked(organisation, by),
                shown.administered());
    }

    private static OrganisationPage.@Nullable Asked asked(NetworkOrganisation organisation, AccountId by) {
        Instant at = organisation.pauseAskedAt();
        return at == null
                ? null
                : new OrganisationPage.Asked(
                        at, by.value().equals(organisation.pauseAskedBy()), organisation.pauseDueAt());
    }

    /**
     * The organisations of a network by legal name.
     *
     * @param words what was searched for, or empty
     * @param departement the code that is chosen, or empty
     * @param next the path of the next page, or null
     * @param asked organisations whose pause was asked for and has not taken effect
     */
    public record OrganisationListPage(
            String words,
            String departement,
            List<Line> lines,
            @Nullable String next,
            List<AskedLine> asked) {
        /** Every département, after a first choice of all. */
        public Map<String, String> departements(PageContext context) {
            return DepartementChoices.of(context);
        }

        /** Whether the list shows a part. */
        public boolean filtered() {
            return !words.isEmpty() || !departement.isEmpty();
        }

        /**
         * One organisation of the list.
         *
         * @param paused whether the network has paused it
         * @param asked whether a pause was asked for that has not taken effect
         */
        public record Line(
                String id,
                String kind,
                String legalName,
                String publicName,
                String departements,
                boolean paused,
                boolean asked) {}
    }

    /** Form of a new organisation, for the network. */
    public record OrganisationFormPage(OrganisationForm form, Errors errors) {
        /** Kinds by their labels; none is preselected. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("", context.t("organisation.kind.choose"));
            OrganisationKind.offered()
                    .forEach(kind -> kinds.put(kind.name(), context.t("organisation.kind." + kind.name())));
            return kinds;
        }
    }

    /**
     * One organisation as its network sees it.
     *
     * @param earlier numbers that it had before
     * @param pausedSince first day of the pause, or null
     * @param reason why it is or will be paused, from the closed list, or null
     * @param note what has to change, or null
     * @param asked a pause that has not taken effect, or null
     * @param administered whether it has an active administrator
     */
    public record OrganisationPage(
            String id,
            String kind,
            String siret,
            List<EarlierSiret> earlier,
            String legalName,
            String publicName,
            String departements,
            LocalDate since,
            @Nullable LocalDate pausedSince,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Asked asked,
            boolean administered) {

        /**
         * A pause that has not taken effect.
         *
         * @param own whether the reader asked for it
         * @param due when it takes effect by itself, or null
         */
        public record Asked(
                Instant at, boolean own, @Nullable Instant due) {}
    }
}
