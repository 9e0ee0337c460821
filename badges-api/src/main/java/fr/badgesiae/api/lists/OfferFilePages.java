package fr.badgesiae.api.lists;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.ListOffers;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.PrintList;
import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of offers as a file or on paper: those that the page shows, on all its pages. */
@Path("/app/offers")
public final class OfferFilePages {
    private final Platform platform;
    private final ListOffers list;
    private final ListOffers one;
    private final TakeList take;
    private final PrintList print;

    OfferFilePages(Platform platform, ListOffers list) {
        this.platform = platform;
        this.list = list;
        this.one = new ListOffers(platform.database(), platform.clock(), 1);
        this.take = new TakeList(platform);
        this.print = new PrintList(platform);
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

    @POST
    @Path("/print")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Allowed(Permission.WORKER_NAMES)
    public Response print(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        PageContext context = platform.pages().context(request);
        OrganisationId organisation = Principal.of(request).organisation();
        ListOffers.Filter filter = filter(form);
        Sort<ListOffers.Column> sort = Sort.of(form.getFirst("sort"), ListOffers.NEWEST_FIRST);
        List<String> choices = new ArrayList<>();
        filter.part().ifPresent(one -> choices.add(context.t("award.part." + one.word())));
        filter.badge().flatMap(badge -> name(organisation, badge)).ifPresent(choices::add);
        choices.replaceAll(choice -> context.t("common.printed.choice", choice));
        choices.add(context.t("common.printed.order", sort.text(context)));
        if (filter.person().isPresent()) {
            choices.add(context.t("award.offers.one-person"));
        }
        return print.<OfferId>apply(
                request,
                ListAudit.OFFER_LIST_TAKEN,
                new PrintList.Heading(context.t("award.offers.title"), choices, "/app/offers"),
                titles(context),
                after -> page(context, organisation, filter, sort, after));
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        ListOffers.Filter filter = filter(form);
        Sort<ListOffers.Column> sort = Sort.of(form.getFirst("sort"), ListOffers.NEWEST_FIRST);
        return take.<OfferId>apply(
                by,
                ListAudit.OFFER_LIST_TAKEN,
                format,
                context.t("award.offers.title"),
                titles(context),
                after -> page(context, by.organisation(), filter, sort, after));
    }

    private Optional<String> name(OrganisationId organisation, AchievementId badge) {
        return one
                .apply(
                        organisation,
                        ListOffers.Filter.of(null, null, badge.toString()),
                        ListOffers.NEWEST_FIRST,
                        Optional.empty())
                .badges()
                .stream()
                .filter(found -> found.id().equals(badge))
                .map(ListOffers.Badge::name)
                .findFirst();
    }

    private static ListOffers.Filter filter(MultivaluedMap<String, String> form) {
        return ListOffers.Filter.of(form.getFirst("state"), form.getFirst("worker"), form.getFirst("badge"));
    }

    private static List<String> titles(PageContext context) {
        return Stream.of("person", "badge", "state", "created")
                .map(title -> context.t("award.offers." + title))
                .toList();
    }

    private TakeList.Page<OfferId> page(
            PageContext context,
            OrganisationId organisation,
            ListOffers.Filter filter,
            Sort<ListOffers.Column> sort,
            Optional<OfferId> after) {
        ListOffers.Found found = list.apply(organisation, filter, sort, after);
        return new TakeList.Page<>(
                found.lines().stream().map(line -> row(context, line)).toList(), found.next());
    }

    private static List<Object> row(PageContext context, ListOffers.Line line) {
        boolean locked = line.locked() && line.state() != OfferState.EXPIRED;
        return List.of(
                line.person(),
                line.badge(),
                context.t(locked ? "award.offers.locked" : line.state().key()),
                context.zone().day(line.createdAt()));
    }
}
