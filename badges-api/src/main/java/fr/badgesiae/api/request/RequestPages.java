package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.request.ListRequests.Part;
import fr.badgesiae.api.request.ListRequests.Period;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of requests at the desk. */
@Path("/app/requests")
@Produces(MediaType.TEXT_HTML)
public final class RequestPages {
    private final Platform platform;
    private final ListRequests list;

    RequestPages(Platform platform, ListRequests list) {
        this.platform = platform;
        this.list = list;
    }

    @GET
    @Allowed(Permission.PROPOSE)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("badge") @DefaultValue("") String badge,
            @QueryParam("worker") @Nullable PersonId person,
            @QueryParam("period") @DefaultValue("") String period,
            @QueryParam("sort") @Nullable String order,
            @QueryParam("before") @Nullable RequestId before) {
        ListRequests.Filter filter = new ListRequests.Filter(
                Arrays.stream(Part.values())
                        .filter(part -> part.word().equals(state))
                        .findFirst()
                        .orElse(Part.OPEN),
                badge.isEmpty() ? null : AchievementId.fromString(badge),
                person,
                Arrays.stream(Period.values())
                        .filter(one -> one.word().equals(period))
                        .findFirst()
                        .orElse(Period.ALL));
        Sort<ListRequests.Column> sort = Sort.of(order, ListRequests.NEWEST_FIRST);
        ListRequests.Found found = list.apply(Principal.of(request), filter, sort, Optional.ofNullable(before));
        String address = address(filter, sort);
        String next = found.next()
                .map(last -> address + (address.contains("?") ? "&" : "?") + "before=" + last)
                .orElse(null);
        return platform.pages()
                .show(request, "request/list", new Listing(found, filter, sort, next, before == null ? null : address));
    }

    private static String address(ListRequests.Filter filter, Sort<ListRequests.Column> sort) {
        String query = Stream.of(
                        filter.part() == Part.OPEN
                                ? null
                                : "state=" + filter.part().word(),
                        filter.badge() == null ? null : "badge=" + filter.badge(),
                        filter.person() == null ? null : "worker=" + filter.person(),
                        filter.period() == Period.ALL
                                ? null
                                : "period=" + filter.period().word(),
                        sort.query(ListRequests.NEWEST_FIRST).orElse(null))
                .filter(part -> part != null)
                .collect(Collectors.joining("&"));
        return "/app/requests" + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * The list.
     *
     * @param next the path of the next page, or null
     * @param first the path of the first page, or null when this is it
     */
    public record Listing(
            ListRequests.Found found,
            ListRequests.Filter filter,
            Sort<ListRequests.Column> sort,
            @Nullable String next,
            @Nullable String first) {
        /** The list in another order, from its first page. */
        public String sorted(ListRequests.Column column) {
            return address(filter, sort.next(column));
        }

        /** The parts to choose from. */
        public Map<String, String> parts(PageContext context) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (Part part : Part.values()) {
                parts.put(part.word(), context.t("request.part." + part.word()));
            }
            return parts;
        }

        /** The badges to choose from, with a first option for all. */
        public Map<String, String> badges(PageContext context) {
            Map<String, String> badges = new LinkedHashMap<>();
            badges.put("", context.t("request.filter.every-badge"));
            badges.putAll(found.badges());
            return badges;
        }

        /** The periods to choose from. */
        public Map<String, String> periods(PageContext context) {
            Map<String, String> periods = new LinkedHashMap<>();
            for (Period period : Period.values()) {
                periods.put(period.word(), context.t("request.period." + period.word()));
            }
            return periods;
        }

        /** Whether nothing is left out but what is closed. */
        public boolean plain() {
            return filter.part() == Part.OPEN
                    && filter.badge() == null
                    && filter.person() == null
                    && filter.period() == Period.ALL;
        }
    }
}
