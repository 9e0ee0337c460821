package fr.badgesiae.api.bulk.offers;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.follow.ProlongOffer;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of an act on several offers of the list: what it would do to each, then what it did. */
@Path("/app/offers/several")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class SeveralOffersPages {
    private final Pages pages;
    private final PreviewOffers preview;
    private final ActOnOffers act;

    SeveralOffersPages(Pages pages, PreviewOffers preview, ActOnOffers act) {
        this.pages = pages;
        this.preview = preview;
        this.act = act;
    }

    public static SeveralOffersPages of(Platform platform, ProlongOffer prolong, OfferModule offers) {
        PreviewOffers preview = new PreviewOffers(platform.database(), platform.clock());
        return new SeveralOffersPages(platform.pages(), preview, new ActOnOffers(preview, prolong, offers.cancel()));
    }

    /**
     * One offer and what the act does to it.
     *
     * @param ends now
     * @param later the end that a prolongation gives, or null
     */
    public record Line(
            OfferId id,
            String badge,
            String person,
            OffersOutcome outcome,
            Instant ends,
            @Nullable Instant later) {
        static Line of(PreviewOffers.Line line) {
            return new Line(line.id(), line.badge(), line.person(), line.outcome(), line.ends(), line.later());
        }

        public boolean acts() {
            return outcome == OffersOutcome.DONE;
        }

        /** The offer with the end that the member reads. */
        public String seen() {
            return id + "." + ends.toEpochMilli();
        }

        public String path() {
            return "/app/offers/" + id;
        }
    }

    /**
     * What an act would do to each offer.
     *
     * @param act null where none was chosen
     */
    public record SeveralPage(@Nullable OffersAct act, List<Line> lines, Errors errors) {
        public long acting() {
            return lines.stream().filter(Line::acts).count();
        }
    }

    /** What was done to each offer. */
    public record SeveralDonePage(OffersAct act, List<Line> lines) {
        public long done() {
            return lines.stream().filter(Line::acts).count();
        }
    }

    @POST
    @Allowed(Permission.AWARD)
    public Response ask(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Form form = form(request, typed);
        return preview(request, form.errors().isEmpty() ? 200 : 422, form);
    }

    @POST
    @Path("/do")
    @Allowed(Permission.AWARD)
    public Response act(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Form form = form(request, typed);
        if (!form.errors().isEmpty()) {
            return preview(request, 422, form);
        }
        OffersAct chosen = form.act().orElseThrow();
        if (chosen == OffersAct.PRINT) {
            return preview(request, 200, form);
        }
        List<Line> lines = act.apply(Principal.of(request), chosen, form.seen()).stream()
                .map(Line::of)
                .toList();
        return pages.show(request, "bulk/offers/done", new SeveralDonePage(chosen, lines));
    }

    /** A print shows secrets: it needs the right to print beside that to award. */
    private static Form form(ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.act().filter(OffersAct.PRINT::equals).isPresent()
                && !Principal.of(request).may(Permission.PRINT)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
        return form;
    }

    private Response preview(ContainerRequestContext request, int status, Form form) {
        OffersAct chosen = form.act().orElse(null);
        List<Line> lines = chosen == null || !form.errors().isEmpty()
                ? List.of()
                : preview
                        .apply(
                                Principal.of(request),
                                chosen,
                                List.copyOf(form.seen().keySet()))
                        .stream()
                        .map(Line::of)
                        .toList();
        return pages.show(request, status, "bulk/offers/several", new SeveralPage(chosen, lines, form.errors()));
    }

    /**
     * The form of an act on several offers.
     *
     * @param seen the offers, each with the end that the page showed; the epoch where it showed none
     */
    record Form(Optional<OffersAct> act, Map<OfferId, Instant> seen) {
        /** The most offers of one request. */
        static final int MOST = 200;

        static Form of(MultivaluedMap<String, String> typed) {
            Map<OfferId, Instant> seen = new LinkedHashMap<>();
            Optional.ofNullable(typed.get("offer")).orElse(List.of()).forEach(one -> add(seen, one));
            return new Form(OffersAct.of(typed.getFirst("act")), seen);
        }

        private static void add(Map<OfferId, Instant> seen, String typed) {
            int dot = typed.indexOf('.');
            try {
                OfferId id = OfferId.fromString(dot < 0 ? typed : typed.substring(0, dot));
                seen.put(id, Instant.ofEpochMilli(dot < 0 ? 0 : Long.parseLong(typed, dot + 1, typed.length(), 10)));
            } catch (IllegalArgumentException notAnOffer) {
                return;
            }
        }

        Errors errors() {
            Errors errors = Errors.none();
            if (act.isEmpty()) {
                errors = errors.with("", "award.several.act-missing");
            }
            if (seen.isEmpty()) {
                errors = errors.with("", "award.several.none");
            }
            return seen.size() > MOST ? errors.with("", "award.several.too-many", MOST) : errors;
        }
    }
}
