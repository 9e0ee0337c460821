package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ceremonies of an organisation: the list, a new one, and the roll-call of one. */
@Path("/app/ceremonies")
@Produces(MediaType.TEXT_HTML)
public final class CeremonyPages {
    private final Platform platform;
    private final ListCeremonies list;
    private final FindCeremonyOfToday today;
    private final PlanCeremony plan;
    private final ShowCeremony show;
    private final CallRoll call;

    CeremonyPages(
            Platform platform,
            ListCeremonies list,
            FindCeremonyOfToday today,
            PlanCeremony plan,
            ShowCeremony show,
            CallRoll call) {
        this.platform = platform;
        this.list = list;
        this.today = today;
        this.plan = plan;
        this.show = show;
        this.call = call;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "bulk/ceremony/list", new Listing(list.apply(Principal.of(request))));
    }

    /**
     * The form.
     *
     * @param run whose open offers are handed over that day
     */
    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(@Context ContainerRequestContext request, @QueryParam("run") @Nullable AwardRunId run) {
        if (Principal.of(request).paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        return form(request, 200, new CeremonyForm("", ""), Optional.ofNullable(run), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response plan(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        CeremonyForm form = CeremonyForm.of(typed);
        Optional<AwardRunId> run = Optional.ofNullable(typed.getFirst("run"))
                .filter(id -> !id.isEmpty())
                .map(AwardRunId::fromString);
        LocalDate now = by.zone().today(platform.clock());
        Errors errors = form.errors(now);
        if (!errors.isEmpty()) {
            return form(request, 422, form, run, errors);
        }
        return plan.apply(by, form.read(now).orElseThrow(), form.place(), run)
                .map(planned -> platform.pages()
                        .seeOther(
                                "/app/ceremonies/" + planned.id() + (run.isPresent() ? "" : "/guests"),
                                planned.part() ? "bulk.ceremony.done.planned-part" : "bulk.ceremony.done.planned"))
                .orElseGet(() ->
                        form(request, 422, form, run, Errors.of("", "bulk.ceremony.error.many", PlanCeremony.MOST)));
    }

    private Response form(
            ContainerRequestContext request, int status, CeremonyForm form, Optional<AwardRunId> run, Errors errors) {
        return platform.pages().show(request, status, "bulk/ceremony/form", new Form(null, form, run, errors));
    }

    /** Where the member goes on after somebody answered on their device. */
    @GET
    @Path("/back")
    @Allowed(Permission.WORKER_NAMES)
    public Response back(@Context ContainerRequestContext request) {
        return platform.pages()
                .seeOther(today.apply(Principal.of(request))
                        .map(id -> "/app/ceremonies/" + id)
                        .orElse("/app/offers"));
    }

    @GET
    @Path("/{ceremony}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("ceremony") CeremonyId id) {
        Principal by = Principal.of(request);
        ShowCeremony.Shown shown = show.apply(by.organisation(), id);
        boolean today = shown.ceremony().heldOn().equals(by.zone().today(platform.clock()));
        return platform.pages().show(request, "bulk/ceremony/show", new Roll(shown.ceremony(), shown.guests(), today));
    }

    @POST
    @Path("/{ceremony}/roll")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response roll(
            @Context ContainerRequestContext request,
            @PathParam("ceremony") CeremonyId id,
            MultivaluedMap<String, String> form) {
        call.apply(Principal.of(request).organisation(), id, offers(form, "shown"), offers(form, "present"));
        return platform.pages().seeOther("/app/ceremonies/" + id, "bulk.ceremony.done.roll");
    }

    /** The offers of a form's field. */
    static Set<OfferId> offers(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream()
                .limit(2L * ListOpenOffers.MOST)
                .map(OfferId::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ceremonies, those to come before the others. */
    public record Listing(ListCeremonies.Found found) {}

    /**
     * Day and place.
     *
     * @param ceremony the one that is changed, or null for a new one
     * @param run whose offers the new one has
     */
    public record Form(@Nullable Ceremony ceremony, CeremonyForm form, Optional<AwardRunId> run, Errors errors) {}

    /**
     * The roll-call.
     *
     * @param today whether it is held today
     */
    public record Roll(Ceremony ceremony, List<ShowCeremony.Guest> guests, boolean today) {
        /** Who has come and has not answered yet. */
        public List<ShowCeremony.Guest> next() {
            return guests.stream()
                    .filter(guest -> guest.present() && guest.waits())
                    .toList();
        }

        /** Whose badge waits, and who has not come. */
        public List<ShowCeremony.Guest> absent() {
            return guests.stream()
                    .filter(guest -> !guest.present() && guest.waits())
                    .toList();
        }

        /** How many badges wait for an answer. */
        public long waiting() {
            return guests.stream()
                    .filter(guest -> guest.state() == OfferState.OFFERED)
                    .count();
        }
    }
}
