package fr.badgesiae.api.lists;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.ListCredentials;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of badges as a file or on paper: those that the page shows, on all its pages. */
@Path("/app/credentials")
public final class BadgeFilePages {
    private final Platform platform;
    private final ListCredentials list;
    private final ListCredentials one;
    private final TakeList take;
    private final PrintList print;

    BadgeFilePages(Platform platform, ListCredentials list) {
        this.platform = platform;
        this.list = list;
        this.one = new ListCredentials(platform.database(), platform.clock(), 1);
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
        ListCredentials.Filter filter = filter(form);
        Sort<ListCredentials.Column> sort = Sort.of(form.getFirst("sort"), ListCredentials.NEWEST_FIRST);
        List<String> choices = new ArrayList<>();
        filter.standing().ifPresent(one -> choices.add(context.t("credential.standing." + one.word())));
        filter.badge().flatMap(badge -> name(organisation, badge)).ifPresent(choices::add);
        choices.replaceAll(choice -> context.t("common.printed.choice", choice));
        choices.add(context.t("common.printed.order", sort.text(context)));
        if (filter.person().isPresent()) {
            choices.add(context.t("credential.list.one-person"));
        }
        return print.<CredentialId>apply(
                request,
                ListAudit.BADGE_LIST_TAKEN,
                new PrintList.Heading(context.t("credential.list.title"), choices, "/app/credentials"),
                titles(context),
                after -> page(context, organisation, filter, sort, after));
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        ListCredentials.Filter filter = filter(form);
        Sort<ListCredentials.Column> sort = Sort.of(form.getFirst("sort"), ListCredentials.NEWEST_FIRST);
        return take.<CredentialId>apply(
                by,
                ListAudit.BADGE_LIST_TAKEN,
                format,
                context.t("credential.list.title"),
                titles(context),
                after -> page(context, by.organisation(), filter, sort, after));
    }

    private Optional<String> name(OrganisationId organisation, AchievementId badge) {
        return one
                .apply(
                        organisation,
                        ListCredentials.Filter.of(null, null, badge.toString()),
                        ListCredentials.NEWEST_FIRST,
                        null)
                .badges()
                .stream()
                .filter(found -> found.id().equals(badge))
                .map(ListCredentials.Badge::name)
                .findFirst();
    }

    private static ListCredentials.Filter filter(MultivaluedMap<String, String> form) {
        return ListCredentials.Filter.of(form.getFirst("state"), form.getFirst("worker"), form.getFirst("badge"));
    }

    private static List<String> titles(PageContext context) {
        return Stream.of(
                        "credential.show.worker",
                        "credential.list.badge",
                        "credential.list.state",
                        "credential.list.issued")
                .map(context::t)
                .toList();
    }

    private TakeList.Page<CredentialId> page(
            PageContext context,
            OrganisationId organisation,
            ListCredentials.Filter filter,
            Sort<ListCredentials.Column> sort,
            Optional<CredentialId> after) {
        ListCredentials.Found found = list.apply(organisation, filter, sort, after.orElse(null));
        return new TakeList.Page<>(
                found.lines().stream()
                        .map(line -> row(context, line, found.now()))
                        .toList(),
                found.next());
    }

    private static List<Object> row(PageContext context, ListCredentials.Line line, Instant now) {
        ListCredentials.Standing standing = line.standing(now);
        String state = line.revokedAt() == null
                ? context.t("credential.standing." + standing.word())
                : context.t("credential.state." + standing.word(), context.date(line.revokedAt()));
        return List.of(
                line.person().isEmpty() ? context.t("credential.list.no-person") : line.person(),
                line.achievementName(),
                state,
                context.zone().day(line.issuedAt()));
    }
}
