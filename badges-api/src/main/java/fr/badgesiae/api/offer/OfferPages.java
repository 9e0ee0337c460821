package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Offers at the desk: the list, one offer, and what ends or renews it. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferPages {
    private static final int PAGE = 50;

    private final Platform platform;
    private final Offers offers;
    private final ChangeOffer change;
    private final OfferView view;

    OfferPages(Platform platform, Offers offers, ChangeOffer change, OfferView view) {
        this.platform = platform;
        this.offers = offers;
        this.change = change;
        this.view = view;
    }

    @GET
    @Allowed(Permission.DESK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("state") String wanted,
            @QueryParam("before") OfferId before) {
        Principal by = Principal.of(request);
        OfferState state = state(wanted).orElse(null);
        List<Offer> found = platform.database().inOrganisation(by.organisation(), handle -> {
            Offer last = before == null
                    ? null
                    : offers.find(handle, by.organisation(), before).orElse(null);
            return offers.page(handle, by.organisation(), state, last, PAGE + 1);
        });
        List<Offer> shown = found.subList(0, Math.min(PAGE, found.size()));
        String filter = state == null ? "" : "state=" + state.name().toLowerCase(Locale.ROOT);
        String next = found.size() <= PAGE
                ? null
                : "/app/offers?" + filter + (filter.isEmpty() ? "" : "&") + "before="
                        + shown.get(PAGE - 1).id();
        String first = before == null ? null : "/app/offers" + (filter.isEmpty() ? "" : "?" + filter);
        Listing page = new Listing(shown.stream().map(this::line).toList(), state, next, first);
        return platform.pages().show(request, "offer/offers", page);
    }

    @GET
    @Path("/{offer}")
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return platform.pages().show(request, "offer/offer", view.page(Principal.of(request), find(request, id)));
    }

    @GET
    @Path("/{offer}/cancel")
    @Allowed(Permission.DESK)
    public Response askCancel(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return confirm(request, find(request, id), "cancel");
    }

    @POST
    @Path("/{offer}/cancel")
    @Allowed(Permission.DESK)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        change.cancel(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/offers/" + id);
    }

    @GET
    @Path("/{offer}/reissue")
    @Allowed(Permission.DESK)
    public Response askReissue(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return confirm(request, find(request, id), "reissue");
    }

    @POST
    @Path("/{offer}/reissue")
    @Allowed(Permission.DESK)
    public Response reissue(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        change.reissue(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/offers/" + id);
    }

    private Response confirm(ContainerRequestContext request, Offer offer, String act) {
        String path = "/app/offers/" + offer.id();
        String detail = offer.achievement().name() + " – " + offer.person().fullName();
        Confirm page = new Confirm(
                "award." + act + ".title",
                "award." + act + ".text",
                detail,
                path + "/" + act,
                "award." + act + ".button",
                path);
        return platform.pages().show(request, "offer/confirm", page);
    }

    private Offer find(ContainerRequestContext request, OfferId id) {
        Principal by = Principal.of(request);
        return platform.database()
                .inOrganisation(by.organisation(), handle -> offers.find(handle, by.organisation(), id))
                .orElseThrow(ProblemException::notFound);
    }

    private Listing.Line line(Offer offer) {
        OfferState state = offer.stateAt(platform.clock().instant());
        return new Listing.Line(
                "/app/offers/" + offer.id(),
                offer.person().fullName(),
                offer.achievement().name(),
                state.key(),
                offer.locked(),
                offer.createdAt());
    }

    private static Optional<OfferState> state(String wanted) {
        return List.of(OfferState.values()).stream()
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /**
     * One offer.
     *
     * @param state as of now
     * @param badgePath the desk's page of the badge it led to, or null
     * @param beingMade whether that badge is not signed yet
     * @param unfinished whether the holder accepted but has no card yet
     * @param acts what can be done now
     */
    public record Detail(
            Offer offer, OfferState state, String badgePath, boolean beingMade, boolean unfinished, Acts acts) {

        /** What can be done to the offer now. */
        public record Acts(boolean print, boolean reissue, boolean correct, boolean cancel, boolean pass) {}

        public String path() {
            return "/app/offers/" + offer.id();
        }
    }

    /**
     * The list of offers.
     *
     * @param state only these, or null for all
     * @param next the path of the next page, or null
     * @param first the path of the first page, or null when this is it
     */
    public record Listing(List<Line> lines, OfferState state, String next, String first) {

        /** One offer of the list. */
        public record Line(
                String path, String person, String badge, String stateKey, boolean locked, Instant created) {}

        /** The states to choose from. */
        public static List<OfferState> states() {
            return Arrays.stream(OfferState.values())
                    .filter(state -> state != OfferState.DRAFT)
                    .toList();
        }
    }

    /** A question before an act that cannot be undone; the texts are message keys. */
    public record Confirm(String title, String text, String detail, String action, String button, String back) {}
}
