package fr.badgesiae.api.statistics.network;

import fr.badgesiae.api.organisation.departement.DepartementChoices;
import fr.badgesiae.api.organisation.departement.Departements;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import fr.badgesiae.api.statistics.suppression.ClosedQuarter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisations of a network and how they use the service, as a page and as files. */
@Path("/app/network/figures")
@Produces(MediaType.TEXT_HTML)
public final class AdoptionPages {
    private static final int PAGE = 50;
    private static final int YEARS = 5;

    private final Platform platform;
    private final AuditCode taken;
    private final ReadAdoption read;
    private final TakeList take;

    /** @param taken the code of a file that somebody takes away */
    public AdoptionPages(Platform platform, AuditCode taken) {
        this.platform = platform;
        this.taken = taken;
        this.read = new ReadAdoption(platform);
        this.take = new TakeList(platform);
    }

    /** @param after the last organisation of the page before, or null */
    @GET
    @Allowed(Permission.NETWORK)
    public Response show(
            @Context ContainerRequestContext request,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("departement") @DefaultValue("") String departement,
            @QueryParam("after") @Nullable OrganisationId after) {
        AdoptionColumn column = AdoptionColumn.named(sort);
        Adoption adoption = read.apply(Principal.of(request), year(year), column);
        return platform.pages()
                .show(
                        request,
                        "statistics/network/adoption",
                        AdoptionPage.of(adoption, column, Departements.known(departement), after, lastYear(request)));
    }

    private int lastYear(ContainerRequestContext request) {
        return ClosedQuarter.lastDay(Principal.of(request).zone().today(platform.clock()))
                .getYear();
    }

    @POST
    @Path("/list.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response csv(
            @Context ContainerRequestContext request,
            @FormParam("year") @DefaultValue("") String year,
            @FormParam("sort") @DefaultValue("") String sort,
            @FormParam("departement") @DefaultValue("") String departement) {
        return file(request, TableFormat.CSV, year, sort, departement);
    }

    @POST
    @Path("/list.xlsx")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response xlsx(
            @Context ContainerRequestContext request,
            @FormParam("year") @DefaultValue("") String year,
            @FormParam("sort") @DefaultValue("") String sort,
            @FormParam("departement") @DefaultValue("") String departement) {
        return file(request, TableFormat.XLSX, year, sort, departement);
    }

    private Response file(
            ContainerRequestContext request, TableFormat format, String year, String sort, String chosen) {
        Principal by = Principal.of(request);
        String departement = Departements.known(chosen);
        PageContext context = platform.pages().context(request);
        List<String> titles = Stream.of(
                        "name", "departements", "since", "active", "first-award", "last-award", "published", "awards")
                .map(word -> context.t("statistics.network." + word))
                .toList();
        return take.<OrganisationId>apply(
                by,
                taken,
                format,
                context.t("statistics.network.file"),
                titles,
                after -> new TakeList.Page<>(
                        read.apply(by, year(year), AdoptionColumn.named(sort)).lines().stream()
                                .filter(line -> AdoptionPage.in(line, departement))
                                .map(line -> cells(context, line))
                                .toList(),
                        Optional.empty()));
    }

    private static List<Object> cells(PageContext context, Adoption.Line line) {
        return List.of(
                line.name(),
                String.join(", ", line.departements()),
                line.since(),
                context.t(line.active() ? "statistics.network.yes" : "statistics.network.no"),
                line.firstAward().<Object>map(year -> year).orElse(""),
                line.lastAward().<Object>map(year -> year).orElse(""),
                line.published(),
                line.awards().hidden() ? "" : line.awards().number());
    }

    private static Optional<Integer> year(String typed) {
        return typed.matches("\\d{4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    /**
     * A page of the list.
     *
     * @param departement the code that is chosen, or empty
     * @param lines of this page
     * @param next the organisation after which the next page begins, or null
     * @param lastYear the last that can be chosen
     */
    public record AdoptionPage(
            Adoption adoption,
            AdoptionColumn column,
            String departement,
            List<Adoption.Line> lines,
            @Nullable OrganisationId next,
            int lastYear) {
        static AdoptionPage of(
                Adoption adoption,
                AdoptionColumn column,
                String departement,
                @Nullable OrganisationId after,
                int lastYear) {
            List<Adoption.Line> all = adoption.lines().stream()
                    .filter(line -> in(line, departement))
                    .toList();
            int from = IntStream.range(0, all.size())
                    .filter(line -> all.get(line).id().equals(after))
                    .map(line -> line + 1)
                    .findFirst()
                    .orElse(0);
            int until = Math.min(from + PAGE, all.size());
            return new AdoptionPage(
                    adoption,
                    column,
                    departement,
                    all.subList(from, until),
                    until < all.size() ? all.get(until - 1).id() : null,
                    lastYear);
        }

        private static boolean in(Adoption.Line line, String departement) {
            return departement.isEmpty() || line.departements().contains(departement);
        }

        /** Every département, after a first choice of all. */
        public Map<String, String> departements(PageContext context) {
            return DepartementChoices.of(context);
        }

        /** What a file is asked for with. */
        public Map<String, String> fields() {
            return Map.of("year", String.valueOf(adoption.year()), "sort", column.word(), "departement", departement);
        }

        /** The years to choose from: that of the page and the last five. */
        public Map<String, String> years() {
            Map<String, String> years = new LinkedHashMap<>();
            IntStream.concat(IntStream.iterate(lastYear, year -> year - 1).limit(YEARS), IntStream.of(adoption.year()))
                    .forEach(year -> years.put(String.valueOf(year), String.valueOf(year)));
            return years;
        }

        /** The address of the list sorted by this column. */
        public String sorted(AdoptionColumn by) {
            return "/app/network/figures?year=" + adoption.year() + "&sort=" + by.word()
                    + (departement.isEmpty() ? "" : "&departement=" + departement);
        }

        /** The address of the next page, or null. */
        public @Nullable String nextPath() {
            return next == null ? null : sorted(column) + "&after=" + next;
        }

        public String yearOf(PageContext context, Optional<Integer> year) {
            return year.map(String::valueOf).orElseGet(() -> context.t("statistics.network.none"));
        }
    }
}
