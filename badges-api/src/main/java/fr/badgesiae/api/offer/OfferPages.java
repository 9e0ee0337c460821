package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.offer.history.HistoryLine;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.Sort;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Offers at the desk: the list, and one offer with what can be done to it. URLs carry no name: a search is a POST. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferPages {
    private final Platform platform;
    private final ListOffers list;
    private final SearchOffers search;
    private final ShowOffer show;

    OfferPages(Platform platform, ListOffers list, SearchOffers search, ShowOffer show) {
        this.platform = platform;
        this.list = list;
        this.search = search;
        this.show = show;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("state") @Nullable String wanted,
            @QueryParam("worker") @Nullable PersonId person,
            @QueryParam("badge") @Nullable String badge,
            @QueryParam("sort") @Nullable String order,
            @QueryParam("before") @Nullable OfferId before) {
        ListOffers.Filter filter = ListOffers.Filter.of(wanted, person == null ? null : person.toString(), badge);
        Sort<ListOffers.Column> sort = Sort.of(order, ListOffers.NEWEST_FIRST);
        ListOffers.Found found =
                list.apply(Principal.of(request).organisation(), filter, sort, Optional.ofNullable(before));
        String address = address(filter, sort);
        String next = found.next()
                .map(last -> address + (address.contains("?") ? "&" : "?") + "before=" + last)
                .orElse(null);
        Listing page = new Listing(found, filter, sort, "", next, before == null ? null : address);
        return platform.pages().show(request, "offer/offers", page);
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return platform.pages().seeOther("/app/offers");
        }
        ListOffers.Found found = search.apply(Principal.of(request).organisation(), wanted);
        Listing page = new Listing(found, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, wanted, null, null);
        return platform.pages().show(request, "offer/offers", page);
    }

    @GET
    @Path("/{offer}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal reader = Principal.of(request);
        ShowOffer.Shown shown = show.apply(reader.organisation(), id);
        return platform.pages().show(request, "offer/offer", detail(shown, reader.paused()));
    }

    /** During a pause an offer can only be cancelled; the slip of an accepted badge still serves. */
    private static Detail detail(ShowOffer.Shown shown, boolean paused) {
        OfferState state = shown.state();
        boolean offered = state == OfferState.OFFERED;
        boolean disputed = state == OfferState.DISPUTED;
        boolean unfinished = shown.unfinished();
        boolean open = offered && !paused;
        Optional<IssuedCredential> badge = shown.badge();
        return new Detail(
                shown.offer(),
                state,
                badge.map(found -> "/app/credentials/" + found.id()).orElse(null),
                badge.map(found -> !found.released()).orElse(false),
                unfinished,
                paused && (offered || disputed || state == OfferState.EXPIRED),
                new Detail.Acts(
                        shown.offer().slipPrints() && !shown.offer().locked() && (open || unfinished),
                        open || (state == OfferState.EXPIRED && !paused) || unfinished,
                        open || (disputed && !paused),
                        offered || disputed,
                        open),
                shown.history());
    }

    private static String address(ListOffers.Filter filter, Sort<ListOffers.Column> sort) {
        String query = Stream.of(
                        filter.part().map(part -> "state=" + part.word()),
                        filter.person().map(person -> "worker=" + person),
                        filter.badge().map(badge -> "badge=" + badge),
                        sort.query(ListOffers.NEWEST_FIRST))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return "/app/offers" + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * One offer.
     *
     * @param state as of now
     * @param badgePath the desk's page of the badge it led to, or null
     * @param beingMade whether that badge is not signed yet
     * @param unfinished whether the holder accepted but has no card yet
     * @param waits whether a pause keeps what could be done
     * @param acts what can be done now
     * @param history oldest first
     */
    public record Detail(
            Offer offer,
            OfferState state,
            @Nullable String badgePath,
            boolean beingMade,
            boolean unfinished,
            boolean waits,
            Acts acts,
            List<HistoryLine> history) {

        /** What can be done to the offer now; who passes the device may prolong and note too. */
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
     * @param found a page of it, and the badges to filter by
     * @param filter which offers
     * @param words of the search, or empty; what it finds stands newest first
     * @param next the path of the next page, or null
     * @param first the path of the first page, or null when this is it
     */
    public record Listing(
            ListOffers.Found found,
            ListOffers.Filter filter,
            Sort<ListOffers.Column> sort,
            String words,
            @Nullable String next,
            @Nullable String first) {

        /** The list in another order, from its first page. */
        public String sorted(ListOffers.Column column) {
            return address(filter, sort.next(column));
        }

        /** The parts to choose from, with a first option for all. */
        public Map<String, String> parts(PageContext context) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("", context.t("award.offers.all"));
            for (ListOffers.Part part : ListOffers.Part.values()) {
                parts.put(part.word(), context.t("award.part." + part.word()));
            }
            return parts;
        }

        /** What the reader may do with several of them: during a pause they can only be cancelled. */
        public Map<String, String> acts(PageContext context) {
            Map<String, String> acts = new LinkedHashMap<>();
            Stream.of("PROLONG_1", "PROLONG_3", "PROLONG_6", "PROLONG_12", "PRINT", "CANCEL")
                    .filter(act -> act.equals("CANCEL") || !context.paused())
                    .filter(act -> !act.equals("PRINT") || context.may(Permission.PRINT))
                    .forEach(act -> acts.put(act, context.t("award.several.title." + act)));
            return acts;
        }

        /** The badges to choose from, with a first option for all. */
        public Map<String, String> badges(PageContext context) {
            Map<String, String> badges = new LinkedHashMap<>();
            badges.put("", context.t("award.offers.all"));
            found.badges().forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            return badges;
        }

        /** The value of a chosen option, or the first. */
        public String chosenPart() {
            return filter.part().map(ListOffers.Part::word).orElse("");
        }

        public String chosenBadge() {
            return filter.badge().map(AchievementId::toString).orElse("");
        }

        /** The message key of the words for a list without offers. */
        public String none() {
            if (!words.isEmpty()) {
                return "award.offers.none-named";
            }
            return filter.equals(ListOffers.Filter.NONE) ? "award.offers.empty" : "award.offers.none-found";
        }
    }
}
