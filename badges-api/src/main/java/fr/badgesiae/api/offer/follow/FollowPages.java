package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.ShowOffer;
import fr.badgesiae.api.offer.history.StepWay;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An offer that waits: a later end, and notes of what was done meanwhile. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class FollowPages {
    private final Platform platform;
    private final ShowOffer show;
    private final ProlongOffer prolong;
    private final NoteStep note;

    public FollowPages(Platform platform, ShowOffer show, ProlongOffer prolong, NoteStep note) {
        this.platform = platform;
        this.show = show;
        this.prolong = prolong;
        this.note = note;
    }

    @GET
    @Path("/{offer}/prolong")
    @Allowed(Permission.AWARD)
    public Response askProlong(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return prolongForm(request, 200, waiting(request, id), Errors.none());
    }

    @POST
    @Path("/{offer}/prolong")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response prolong(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            @FormParam("from") @DefaultValue("0") long from,
            @FormParam("months") @DefaultValue("0") int months) {
        if (months < 1) {
            return prolongForm(request, 422, waiting(request, id), Errors.of("months", "award.prolong.error.months"));
        }
        prolong.apply(Principal.of(request), id, Instant.ofEpochMilli(from), months);
        return platform.pages().seeOther("/app/offers/" + id, "award.done.prolonged");
    }

    @GET
    @Path("/{offer}/note")
    @Allowed(Permission.AWARD)
    public Response askNote(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Offer offer = waiting(request, id);
        LocalDate today = Principal.of(request).zone().today(platform.clock());
        NoteForm form = new NoteForm(StepKind.REMINDED.name(), "", today.toString());
        return platform.pages().show(request, "offer/note", new NotePage(offer, form, Errors.none()));
    }

    @POST
    @Path("/{offer}/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response note(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        Offer offer = waiting(request, id);
        NoteForm form = NoteForm.of(typed);
        LocalDate first = by.zone().day(offer.createdAt());
        LocalDate today = by.zone().today(platform.clock());
        NoteStep.Note read = form.read(first, today).orElse(null);
        if (read == null) {
            NotePage page = new NotePage(offer, form, form.errors(first, today));
            return platform.pages().show(request, 422, "offer/note", page);
        }
        note.apply(by, id, read);
        return platform.pages().seeOther("/app/offers/" + id, "award.done.noted");
    }

    private Response prolongForm(ContainerRequestContext request, int status, Offer offer, Errors errors) {
        List<Prolongation> ends = Prolongation.possible(
                offer.createdAt(), offer.endsAt(), Principal.of(request).zone());
        return platform.pages().show(request, status, "offer/prolong", new ProlongPage(offer, ends, errors));
    }

    /**
     * An offer that can still be answered.
     *
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when it was answered or has ended
     */
    private Offer waiting(ContainerRequestContext request, OfferId id) {
        Principal by = Principal.of(request);
        ShowOffer.Shown shown = show.apply(by.organisation(), id);
        if (by.paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        if (shown.state() != OfferState.OFFERED) {
            throw new ProblemException(ProblemType.CONFLICT, "This offer does not wait for an answer any more.");
        }
        return shown.offer();
    }

    /**
     * Later ends to choose from.
     *
     * @param ends none when the offer has its last possible end
     */
    public record ProlongPage(Offer offer, List<Prolongation> ends, Errors errors) {
        /** Each number of months with the end that it gives. */
        public Map<String, String> months(PageContext context) {
            Map<String, String> months = new LinkedHashMap<>();
            ends.forEach(end -> months.put(
                    String.valueOf(end.months()),
                    context.t("award.prolong.option", end.months(), context.date(end.ends()))));
            return months;
        }

        public long from() {
            return offer.endsAt().toEpochMilli();
        }

        public String path() {
            return "/app/offers/" + offer.id();
        }
    }

    /** A note to write. */
    public record NotePage(Offer offer, NoteForm form, Errors errors) {
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            List.of(StepKind.REMINDED, StepKind.GIVEN_AGAIN)
                    .forEach(kind -> kinds.put(kind.name(), context.t("award.note.kind." + kind)));
            return kinds;
        }

        public Map<String, String> ways(PageContext context) {
            Map<String, String> ways = new LinkedHashMap<>();
            for (StepWay way : StepWay.values()) {
                ways.put(way.name(), context.t("award.note.how." + way));
            }
            return ways;
        }

        public String path() {
            return "/app/offers/" + offer.id();
        }
    }
}
