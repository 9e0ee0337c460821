package fr.badgesiae.api.offer;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers at the desk: the list, and one offer with what can be done to it. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferPages {
    private final Platform platform;
    private final ListOffers list;
    private final ShowOffer show;

    OfferPages(Platform platform, ListOffers list, ShowOffer show) {
        this.platform = platform;
        this.list = list;
        this.show = show;
    }

    @GET
    @Allowed(Permission.DESK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("state") @Nullable String wanted,
            @QueryParam("before") @Nullable OfferId before) {
        Optional<OfferState> state = state(wanted);
        ListOffers.Found found = list.apply(Principal.of(request).organisation(), state, Optional.ofNullable(before));
        String filter = state.map(only -> "state=" + word(only)).orElse("");
        String next = found.next()
                .map(last -> "/app/offers?" + filter + (filter.isEmpty() ? "" : "&") + "before=" + last)
                .orElse(null);
        String first = before == null ? null : "/app/offers" + (filter.isEmpty() ? "" : "?" + filter);
        Listing page = new Listing(found.lines(), state.orElse(null), next, first);
        return platform.pages().show(request, "offer/offers", page);
    }

    @GET
    @Path("/{offer}")
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        ShowOffer.Shown shown = show.apply(Principal.of(request).organisation(), id);
        return platform.pages().show(request, "offer/offer", detail(shown));
    }

    private static Detail detail(ShowOffer.Shown shown) {
        OfferState state = shown.state();
        boolean offered = state == OfferState.OFFERED;
        boolean disputed = state == OfferState.DISPUTED;
        boolean unfinished = shown.unfinished();
        Optional<IssuedCredential> badge = shown.badge();
        return new Detail(
                shown.offer(),
                state,
                badge.map(found -> "/app/credentials/" + found.id()).orElse(null),
                badge.map(found -> !found.released()).orElse(false),
                unfinished,
                new Detail.Acts(
                        shown.offer().slipPrints() && (offered || unfinished),
                        offered || state == OfferState.EXPIRED || unfinished,
                        offered || disputed,
                        offered || disputed,
                        offered));
    }

    private static Optional<OfferState> state(@Nullable String wanted) {
        return Arrays.stream(OfferState.values())
                .filter(state -> word(state).equals(wanted))
                .findFirst();
    }

    private static String word(OfferState state) {
        return state.name().toLowerCase(Locale.ROOT);
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
            Offer offer,
            OfferState state,
            @Nullable String badgePath,
            boolean beingMade,
            boolean unfinished,
            Acts acts) {

        /** What can be done to the offer now. */
        public record Acts(boolean print, boolean reissue, boolean correct, boolean cancel, boolean pass) {}

        /** Whether an answer can still come: only then its end means something. */
        public boolean awaitsAnswer() {
            return state == OfferState.OFFERED;
        }

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
    public record Listing(
            List<ListOffers.Line> lines,
            @Nullable OfferState state,
            @Nullable String next,
            @Nullable String first) {

        /** The states to choose from. */
        public static List<OfferState> states() {
            return Arrays.stream(OfferState.values())
                    .filter(state -> state != OfferState.DRAFT)
                    .toList();
        }
    }
}
