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
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
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
    /** Offers of a file that are read at once. */
    private static final int IN_FILE = 500;

    private final Platform platform;
    private final ListOffers list;
    private final SearchOffers search;
    private final ShowOffer show;
    private final ListOffers whole;
    private final TakeList take;

    OfferPages(Platform platform, ListOffers list, SearchOffers search, ShowOffer show) {
        this.platform = platform;
        this.whole = new ListOffers(platform.database(), platform.clock(), IN_FILE);
        this.take = new TakeList(platform);
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
            @QueryParam("badge") @DefaultValue("") String badge,
            @QueryParam("sort") @Nullable String order,
            @QueryParam("before") @Nullable OfferId before) {
        ListOffers.Filter filter = new ListOffers.Filter(part(wanted), Optional.ofNullable(person), badge(badge));
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

    @POST
    @Path("/list.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response csv(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.CSV, form);
    }

    @POST
    @Path("/list.xlsx")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response xlsx(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.XLSX, form);
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        String badge = form.getFirst("badge");
        ListOffers.Filter filter = new ListOffers.Filter(
                part(form.getFirst("state")),
                Optional.ofNullable(form.getFirst("worker")).map(PersonId::fromString),
                badge(badge == null ? "" : badge));
        Sort<ListOffers.Column> sort = Sort.of(form.getFirst("sort"), ListOffers.NEWEST_FIRST);
        List<String> titles = Stream.of("person", "badge", "state", "created")
                .map(title -> context.t("award.offers." + title))
                .toList();
        String title = context.t("award.offers.title");
        return take.<OfferId>apply(by, OfferAudit.OFFER_LIST_TAKEN, format, title, titles, before -> {
            ListOffers.Found found = whole.apply(by.organisation(), filter, sort, before);
            return new TakeList.Page<>(
                    found.lines().stream().map(line -> row(context, line)).toList(), found.next());
        });
    }

    private static List<Object> row(PageContext context, ListOffers.Line line) {
        boolean locked = line.locked() && line.state() != OfferState.EXPIRED;
        return List.of(
                line.person(),
                line.badge(),
                context.t(locked ? "award.offers.locked" : line.state().key()),
                context.zone().day(line.createdAt()));
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

    private static Optional<ListOffers.Part> part(@Nullable String wanted) {
        return Arrays.stream(ListOffers.Part.values())
                .filter(part -> part.word().equals(wanted))
                .findFirst();
    }

    private static Optional<AchievementId> badge(String chosen) {
        return chosen.isEmpty() ? Optional.empty() : Optional.of(AchievementId.fromString(chosen));
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
