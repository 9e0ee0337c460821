package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The network's organisations. */
@Path("/app/organisations")
@Produces(MediaType.TEXT_HTML)
public final class OrganisationPages {
    private static final int PAGE = 50;

    private final Platform platform;
    private final CreateOrganisation create;
    private final Administrators administrators;

    OrganisationPages(Platform platform, CreateOrganisation create, Administrators administrators) {
        this.platform = platform;
        this.create = create;
        this.administrators = administrators;
    }

    @GET
    @Allowed(Permission.NETWORK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("words") @DefaultValue("") String words,
            @QueryParam("after") OrganisationId after) {
        Principal by = Principal.of(request);
        String wanted = words.strip();
        List<OrganisationRow> found = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(OrganisationDao.class)
                                .ofNetwork(
                                        by.organisation().value(),
                                        wanted,
                                        after == null ? null : after.value(),
                                        PAGE + 1));
        List<OrganisationListPage.Line> lines = found.stream()
                .limit(PAGE)
                .map(row -> new OrganisationListPage.Line(
                        row.id().toString(),
                        row.kind(),
                        row.siret(),
                        row.legalName(),
                        row.publicName(),
                        row.suspendedSince() != null))
                .toList();
        String next = found.size() <= PAGE
                ? null
                : "/app/organisations?words=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&after="
                        + lines.get(PAGE - 1).id();
        return platform.pages().show(request, "organisation/list", new OrganisationListPage(wanted, lines, next));
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
        Optional<OrganisationId> created = create.create(by.organisation(), by.account(), form);
        return created.map(id -> platform.pages().seeOther("/app/organisations/" + id))
                .orElseGet(() -> form(request, 422, form, Errors.of("siret", "organisation.error.siret-taken")));
    }

    @GET
    @Path("/{organisation}")
    @Allowed(Permission.NETWORK)
    public Response show(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        OrganisationPage page = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(OrganisationDao.class)
                                .ofNetwork(by.organisation().value(), id.value()))
                .map(row -> page(row, administrators.has(id)))
                .orElseThrow(ProblemException::notFound);
        return platform.pages().show(request, "organisation/show", page);
    }

    private Response form(ContainerRequestContext request, int status, OrganisationForm form, Errors errors) {
        return platform.pages().show(request, status, "organisation/new", new OrganisationFormPage(form, errors));
    }

    private static OrganisationPage page(OrganisationRow row, boolean administered) {
        return new OrganisationPage(
                row.id().toString(),
                row.kind(),
                row.siret(),
                row.legalName(),
                row.publicName(),
                row.since(),
                row.suspendedSince(),
                row.suspendedReason(),
                administered);
    }

    /**
     * The organisations of a network by legal name.
     *
     * @param words what was searched for, or empty
     * @param next the path of the next page, or null
     */
    public record OrganisationListPage(String words, List<Line> lines, String next) {
        /**
         * One organisation of the list.
         *
         * @param paused whether the network does not answer for it for now
         */
        public record Line(String id, String kind, String siret, String legalName, String publicName, boolean paused) {}
    }

    /** The network's form of a new organisation. */
    public record OrganisationFormPage(OrganisationForm form, Errors errors) {
        /** Kind by its word; nothing is chosen beforehand. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("", context.t("organisation.kind.choose"));
            OrganisationForm.KINDS.forEach(kind -> kinds.put(kind, context.t("organisation.kind." + kind)));
            return kinds;
        }
    }

    /**
     * One organisation as its network sees it.
     *
     * @param pausedSince null while the network answers for it
     * @param reason why it is paused, or null
     * @param administered whether somebody looks after it already
     */
    public record OrganisationPage(
            String id,
            String kind,
            String siret,
            String legalName,
            String publicName,
            LocalDate since,
            LocalDate pausedSince,
            String reason,
            boolean administered) {}
}
