package fr.badgesiae.api.credential;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.PublicReason.ReasonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.table.Sort;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desk pages of issued badges: list and revocation. The page of one badge shows its card and is verification's. */
@Path("/app/credentials")
@Produces(MediaType.TEXT_HTML)
public final class CredentialPages {
    private static final String ROOT = "/app/credentials";

    private final Pages pages;
    private final ListCredentials list;
    private final ShowCredential show;
    private final RevokeAtDesk revoke;

    CredentialPages(Pages pages, ListCredentials list, ShowCredential show, RevokeAtDesk revoke) {
        this.pages = pages;
        this.list = list;
        this.show = show;
        this.revoke = revoke;
    }

    /**
     * The badges that the organisation issued.
     *
     * @param badges to filter by
     * @param filter which badges are shown
     * @param sort in which order
     * @param next the path of the next page, or null
     */
    public record CredentialListPage(
            List<Item> items,
            List<ListCredentials.Badge> badges,
            ListCredentials.Filter filter,
            Sort<ListCredentials.Column> sort,
            @Nullable String next) {

        /** The list in another order, from its first page. */
        public String sorted(ListCredentials.Column column) {
            return path(filter, sort.next(column));
        }

        /** The orders to choose from. */
        public Map<String, String> orders(PageContext context) {
            return sort.options(context);
        }

        /** The states to choose from, with a first option for all. */
        public Map<String, String> states(PageContext context) {
            Map<String, String> states = new LinkedHashMap<>();
            states.put("", context.t("credential.list.all"));
            for (ListCredentials.Standing standing : ListCredentials.Standing.values()) {
                states.put(standing.word(), context.t("credential.standing." + standing.word()));
            }
            return states;
        }

        /** The badges to choose from, with a first option for all. */
        public Map<String, String> badgeOptions(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", context.t("credential.list.all"));
            badges.forEach(badge -> options.put(badge.id().toString(), badge.name()));
            return options;
        }

        /** The acts on the badges that are ticked, with a first option for none. */
        public Map<String, String> acts(PageContext context) {
            Map<String, String> acts = new LinkedHashMap<>();
            acts.put("", context.t("credential.several.choose"));
            List.of("PAUSE", "RESUME", "RENEW", "REPLACE", "REVOKE").stream()
                    .filter(act -> !act.equals("RENEW") || context.may(Permission.AWARD))
                    .forEach(act -> acts.put(act, context.t("credential.several.act." + act)));
            return acts;
        }

        public String chosenState() {
            return filter.standing().map(ListCredentials.Standing::word).orElse("");
        }

        public String chosenBadge() {
            return filter.badge().map(AchievementId::toString).orElse("");
        }

        public boolean filtered() {
            return !filter.equals(ListCredentials.Filter.NONE);
        }
    }

    /**
     * A badge of the list.
     *
     * @param standing as of now
     * @param revokedAt null unless it was revoked, paused or renewed
     * @param renew leads to the offer that would renew it; null unless it ends soon
     */
    public record Item(
            String path,
            String badge,
            String person,
            Instant issuedAt,
            ListCredentials.Standing standing,
            @Nullable Instant revokedAt,
            @Nullable String renew) {}

    /**
     * The question before a badge is revoked.
     *
     * @param reason the chosen reason, or null
     * @param note the typed note
     */
    public record RevokePage(
            String path,
            String badge,
            String person,
            @Nullable String reason,
            String note,
            Errors errors) {}

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("state") @Nullable String wanted,
            @QueryParam("worker") @Nullable PersonId person,
            @QueryParam("badge") @DefaultValue("") String badge,
            @QueryParam("sort") @Nullable String order,
            @QueryParam("after") @Nullable CredentialId after) {
        ListCredentials.Filter filter = new ListCredentials.Filter(
                standing(wanted),
                Optional.ofNullable(person),
                badge.isEmpty() ? Optional.empty() : Optional.of(AchievementId.fromString(badge)));
        Sort<ListCredentials.Column> sort = Sort.of(order, ListCredentials.NEWEST_FIRST);
        ListCredentials.Found found = list.apply(Principal.of(request).organisation(), filter, sort, after);
        List<Item> items =
                found.lines().stream().map(line -> item(line, found.now())).toList();
        String path = path(filter, sort);
        String next = found.next()
                .map(last -> path + (path.equals(ROOT) ? "?" : "&") + "after=" + last)
                .orElse(null);
        return pages.show(
                request, "credential/list", new CredentialListPage(items, found.badges(), filter, sort, next));
    }

    private static Optional<ListCredentials.Standing> standing(@Nullable String wanted) {
        return Arrays.stream(ListCredentials.Standing.values())
                .filter(standing -> standing.word().equals(wanted))
                .findFirst();
    }

    private static String path(ListCredentials.Filter filter, Sort<ListCredentials.Column> sort) {
        String query = Stream.of(
                        filter.standing().map(standing -> "state=" + standing.word()),
                        filter.person().map(person -> "worker=" + person),
                        filter.badge().map(badge -> "badge=" + badge),
                        sort.query(ListCredentials.NEWEST_FIRST))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? ROOT : ROOT + "?" + query;
    }

    private static Item item(ListCredentials.Line line, Instant now) {
        return new Item(
                ROOT + "/" + line.id(),
                line.achievementName(),
                line.person(),
                line.issuedAt(),
                line.standing(now),
                line.revokedAt(),
                line.ends(now) ? "/app/offers/new?renews=" + line.id() : null);
    }

    @GET
    @Path("/{credential}/revoke")
    @Allowed(Permission.REVOKE)
    public Response ask(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        ShowCredential.Shown shown = find(request, id);
        return shown.credential().state() == CredentialState.REVOKED
                        && !shown.credential().paused()
                ? pages.seeOther(ROOT + "/" + id)
                : form(request, 200, shown, ReasonForm.EMPTY, Errors.none());
    }

    @POST
    @Path("/{credential}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.REVOKE)
    public Response revoke(
            @Context ContainerRequestContext request,
            @PathParam("credential") CredentialId id,
            MultivaluedMap<String, String> typed) {
        ReasonForm form = ReasonForm.of(typed);
        Errors errors = check(form, typed.getFirst("sure") != null);
        if (!errors.isEmpty()) {
            return form(request, 422, find(request, id), form, errors);
        }
        Principal by = Principal.of(request);
        if (!revoke.apply(
                by.organisation(), id, form.chosen(PublicReason::atDesk).orElseThrow(), form.note(), by.account())) {
            return pages.seeOther(ROOT + "/" + id, "credential.done.revoked-before");
        }
        // A badge was renewed since the form was read: what renews it is in force.
        boolean renewed = find(request, id).credential().publicReason() == PublicReason.RENEWED;
        return pages.seeOther(ROOT + "/" + id, renewed ? "credential.done.copies-revoked" : "credential.done.revoked");
    }

    private ShowCredential.Shown find(ContainerRequestContext request, CredentialId id) {
        return show.apply(Principal.of(request).organisation(), id);
    }

    private Response form(
            ContainerRequestContext request, int status, ShowCredential.Shown about, ReasonForm form, Errors errors) {
        RevokePage page = new RevokePage(
                ROOT + "/" + about.credential().id(),
                about.credential().achievementName(),
                about.person(),
                form.reason(),
                form.note(),
                errors);
        return pages.show(request, status, "credential/revoke", page);
    }

    private static Errors check(ReasonForm form, boolean sure) {
        Errors errors = form.check(PublicReason::atDesk);
        return sure ? errors : errors.with("sure", "credential.revoke.sure-missing");
    }
}
