package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of what was seen. A member who may not read names of people reads what they noted themselves. */
@Path("/app/observations")
@Produces(MediaType.TEXT_HTML)
public final class ObservationPages {
    /** Observations of a file that are read at once. */
    private static final int IN_FILE = 500;

    private final Platform platform;
    private final ListObservations list;
    private final ListObservations whole;
    private final TakeList take;

    ObservationPages(Platform platform) {
        this.platform = platform;
        this.list = new ListObservations(platform, ListObservations.PAGE);
        this.whole = new ListObservations(platform, IN_FILE);
        this.take = new TakeList(platform);
    }

    @GET
    @Allowed(Permission.PROPOSE)
    public Response list(
            @Context ContainerRequestContext request,
            @Context UriInfo address,
            @QueryParam("before") @Nullable ObservationId before) {
        ListObservations.Filter filter = filter(address.getQueryParameters());
        ListObservations.Found found = list.apply(Principal.of(request), filter, Optional.ofNullable(before));
        return platform.pages().show(request, "observation/list", new Listing(found, filter, before != null));
    }

    @POST
    @Path("/list.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response csv(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.CSV, form);
    }

    @POST
    @Path("/list.xlsx")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response xlsx(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.XLSX, form);
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        ListObservations.Filter filter = filter(form);
        List<String> titles = Stream.of("day", "person", "badge", "tasks", "manner", "note", "author", "objection")
                .map(title -> context.t("observation.list." + title))
                .toList();
        return take.<ObservationId>apply(
                by,
                ObservationAudit.OBSERVATION_LIST_TAKEN,
                format,
                context.t("observation.list.title"),
                titles,
                before -> {
                    ListObservations.Found found = whole.apply(by, filter, before);
                    return new TakeList.Page<>(
                            found.observations().stream()
                                    .map(one -> row(context, one))
                                    .toList(),
                            found.next());
                });
    }

    private static List<Object> row(PageContext context, Observation one) {
        Objection objection = one.objection();
        return List.of(
                one.seenOn(),
                one.personName(),
                one.badgeName(),
                String.join(" · ", one.tasks()),
                context.t(one.manner().key()),
                one.note(),
                one.author(),
                objection == null ? "" : context.t("observation.objection." + objection.word()));
    }

    private static ListObservations.Filter filter(MultivaluedMap<String, String> query) {
        return new ListObservations.Filter(
                read(query, "worker", PersonId::fromString),
                read(query, "badge", AchievementId::fromString),
                read(query, "author", AccountId::fromString),
                read(query, "from", ObservationPages::day),
                read(query, "until", ObservationPages::day),
                "objected".equals(query.getFirst("said")));
    }

    private static <T> @Nullable T read(
            MultivaluedMap<String, String> query, String name, Function<String, @Nullable T> reader) {
        String value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : reader.apply(value);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * The list.
     *
     * @param later whether it is not the first page
     */
    public record Listing(ListObservations.Found found, ListObservations.Filter filter, boolean later) {
        /** What the list is filtered by, by the names of the fields; without what is empty. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("worker", text(filter.person()));
            fields.put("badge", text(filter.badge()));
            fields.put("author", text(filter.author()));
            fields.put("from", text(filter.from()));
            fields.put("until", text(filter.until()));
            fields.put("said", filter.objected() ? "objected" : "");
            fields.values().removeIf(String::isEmpty);
            return fields;
        }

        /** The value of a field, or empty. */
        public String field(String name) {
            return fields().getOrDefault(name, "");
        }

        public boolean narrowed() {
            return !fields().isEmpty();
        }

        private String path() {
            String query = fields().entrySet().stream()
                    .map(field -> field.getKey() + "=" + field.getValue())
                    .collect(Collectors.joining("&"));
            return "/app/observations" + (query.isEmpty() ? "" : "?" + query);
        }

        /** The path of the first page, or null when this is it. */
        public @Nullable String first() {
            return later ? path() : null;
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            return found.next()
                    .map(last -> path() + (path().contains("?") ? "&" : "?") + "before=" + last)
                    .orElse(null);
        }

        /** The badges to choose from, after all. */
        public Map<String, String> badges(PageContext context) {
            return options(context, found.badges());
        }

        /** The members to choose from, after all. */
        public Map<String, String> authors(PageContext context) {
            return options(context, found.authors());
        }

        private static Map<String, String> options(PageContext context, List<ListObservations.Choice> choices) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", context.t("observation.list.all"));
            choices.forEach(choice -> options.put(choice.id(), choice.name()));
            return options;
        }

        private static String text(@Nullable Object value) {
            return Objects.toString(value, "");
        }
    }
}
