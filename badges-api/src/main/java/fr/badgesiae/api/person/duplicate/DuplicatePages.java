package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.personal.MergedTable;
import jakarta.ws.rs.Consumes;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files that look alike: the list, the comparison of two, the merge. */
@Path("/app/people/duplicates")
@Produces(MediaType.TEXT_HTML)
public final class DuplicatePages {
    private static final String LIST = "/app/people/duplicates";

    private final Platform platform;
    private final ListDuplicates list;
    private final ComparePeople compare;
    private final MergePeople merge;
    private final TellApart tell;

    DuplicatePages(Platform platform, OpenPathways pathways, Supplier<List<MergedTable>> tables) {
        this.platform = platform;
        this.list = new ListDuplicates(platform.database());
        this.compare = new ComparePeople(platform.database(), tables);
        this.merge = new MergePeople(platform, pathways, tables);
        this.tell = new TellApart(platform);
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("distinct") @Nullable String distinct,
            @QueryParam("first") @Nullable PersonId first,
            @QueryParam("second") @Nullable PersonId second) {
        boolean apart = "yes".equals(distinct);
        Pair after = first == null || second == null ? null : Pair.of(first, second);
        ListDuplicates.Listed listed = list.apply(Principal.of(request).organisation(), apart, after);
        return platform.pages().show(request, "duplicate/list", new Listing(listed, apart));
    }

    @GET
    @Path("/{worker}/{other}")
    @Allowed(Permission.AWARD)
    public Response compare(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId first,
            @PathParam("other") PersonId second) {
        return compare(request, 200, Pair.of(first, second), null, Errors.none());
    }

    private Response compare(
            ContainerRequestContext request, int status, Pair pair, @Nullable MergeForm typed, Errors errors) {
        ComparePeople.Both both = compare.apply(Principal.of(request).organisation(), pair);
        return platform.pages().show(request, status, "duplicate/compare", new Comparison(both, typed, errors));
    }

    @POST
    @Path("/{worker}/{other}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response merge(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId first,
            @PathParam("other") PersonId second,
            MultivaluedMap<String, String> typed) {
        Pair pair = Pair.of(first, second);
        MergeForm form = MergeForm.of(typed, pair);
        return merge.apply(Principal.of(request), pair, form).fold(new MergePeople.Cases<>() {
            @Override
            public Response merged(PersonId kept) {
                return platform.pages().seeOther("/app/workers/" + kept, "worker.done.merged");
            }

            @Override
            public Response invalid(Errors errors) {
                return compare(request, 422, pair, form, errors);
            }

            @Override
            public Response savedSince() {
                return compare(request, 409, pair, form, Errors.of("", "common.saved-since"));
            }
        });
    }

    @POST
    @Path("/{worker}/{other}/distinct")
    @Allowed(Permission.AWARD)
    public Response distinct(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId first,
            @PathParam("other") PersonId second) {
        tell.apply(Principal.of(request), Pair.of(first, second), true);
        return platform.pages().seeOther(LIST, "worker.done.distinct");
    }

    @POST
    @Path("/{worker}/{other}/alike")
    @Allowed(Permission.AWARD)
    public Response alike(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId first,
            @PathParam("other") PersonId second) {
        Pair pair = Pair.of(first, second);
        tell.apply(Principal.of(request), pair, false);
        return platform.pages().seeOther(pair.path(), "worker.done.alike");
    }

    /**
     * Pairs of files.
     *
     * @param distinct whether they were said to be two people
     */
    public record Listing(ListDuplicates.Listed listed, boolean distinct) {
        /** The path of the next page, or null. */
        public @Nullable String next() {
            if (!listed.more()) {
                return null;
            }
            Pair last = listed.pairs().get(listed.pairs().size() - 1).pair();
            return LIST + "?first=" + last.first() + "&second=" + last.second() + (distinct ? "&distinct=yes" : "");
        }
    }

    /**
     * Two files side by side, and the form of the merge.
     *
     * @param typed null before anything was sent
     */
    public record Comparison(
            ComparePeople.Both both, @Nullable MergeForm typed, Errors errors) {
        /** A line of the comparison. */
        public record Row(String label, String older, String newer) {}

        /** Which file stays, with what it will receive. */
        public Map<String, String> files(PageContext context) {
            return options(file -> {
                ComparePeople.Compared other = other(file);
                String created = context.dateTime(file.created());
                return other.counts().isEmpty()
                        ? context.t("worker.duplicate.file-alone", file.name(), created)
                        : context.t("worker.duplicate.file", file.name(), created, counts(context, other));
            });
        }

        private ComparePeople.Compared other(ComparePeople.Compared file) {
            return file.equals(both.older()) ? both.newer() : both.older();
        }

        /** The fields that differ, each with both values. */
        public Map<String, Map<String, String>> fields(PageContext context) {
            Map<String, Map<String, String>> fields = new LinkedHashMap<>();
            fields.put(MergeForm.FIRST_NAME, options(ComparePeople.Compared::firstName));
            fields.put(MergeForm.LAST_NAME, options(ComparePeople.Compared::lastName));
            fields.put(MergeForm.KIND, options(file -> context.t(file.kind().key())));
            fields.put(MergeForm.CONTRACT_END, options(file -> contractEnd(context, file)));
            fields.values()
                    .removeIf(values -> values.values().stream().distinct().count() < 2);
            return fields;
        }

        private Map<String, String> options(Function<ComparePeople.Compared, String> value) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put(both.older().id().toString(), value.apply(both.older()));
            options.put(both.newer().id().toString(), value.apply(both.newer()));
            return options;
        }

        /** What was chosen; before that, what the file with a space has, or the older one. */
        public String chosen(String field) {
            String usual = (!both.older().space() && both.newer().space() ? both.newer() : both.older())
                    .id()
                    .toString();
            if (typed == null) {
                return usual;
            }
            return field.equals("keep") ? typed.keep() : typed.fields().getOrDefault(field, usual);
        }

        /** The lines that are compared. */
        public List<Row> rows(PageContext context) {
            return List.of(
                    row(context, "first-name", ComparePeople.Compared::firstName),
                    row(context, "last-name", ComparePeople.Compared::lastName),
                    row(context, "kind", file -> context.t(file.kind().key())),
                    row(context, "contract", file -> contractEnd(context, file)),
                    row(context, "notice", file -> noticeGiven(context, file)),
                    row(context, "space", file -> context.t(file.space() ? "common.yes" : "common.no")),
                    row(context, "content", file -> counts(context, file)),
                    row(context, "created", file -> context.dateTime(file.created())));
        }

        private Row row(PageContext context, String label, Function<ComparePeople.Compared, String> value) {
            return new Row(
                    context.t("worker.duplicate.row." + label), value.apply(both.older()), value.apply(both.newer()));
        }

        private static String contractEnd(PageContext context, ComparePeople.Compared file) {
            return file.contractEndedOn() == null
                    ? context.t("worker.duplicate.no-day")
                    : context.date(file.contractEndedOn());
        }

        private static String noticeGiven(PageContext context, ComparePeople.Compared file) {
            return file.noticeGivenOn() == null
                    ? context.t("worker.duplicate.no-notice")
                    : context.date(file.noticeGivenOn());
        }

        /** What is written about a person, in words. */
        private static String counts(PageContext context, ComparePeople.Compared file) {
            return file.counts().isEmpty()
                    ? context.t("worker.duplicate.count.none")
                    : file.counts().entrySet().stream()
                            .map(count -> context.t("worker.duplicate.count." + count.getKey(), count.getValue()))
                            .collect(Collectors.joining(", "));
        }
    }
}
