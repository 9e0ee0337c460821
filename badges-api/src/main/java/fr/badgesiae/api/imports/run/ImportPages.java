package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.imports.content.ListLine;
import fr.badgesiae.api.imports.content.PeopleImport;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One import: what was found, decisions, progress, end, and the way back. */
@Path("/app/imports")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {
    /** A request adds people for so long; the job does the rest. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Platform platform;
    private final ShowImport show;
    private final ChooseOthers others;
    private final SpellNames spell;
    private final AcceptSpellings accept;
    private final StartImport start;
    private final AddPeople add;
    private final StopImport stop;
    private final TakeBackImport takeBack;
    private final DiscardImport discard;

    ImportPages(Platform platform, ShowImport show, AddPeople add) {
        this.platform = platform;
        this.show = show;
        this.add = add;
        this.others = new ChooseOthers(platform);
        this.spell = new SpellNames(platform);
        this.accept = new AcceptSpellings(platform);
        this.start = new StartImport(platform);
        this.stop = new StopImport(platform);
        this.takeBack = new TakeBackImport(platform);
        this.discard = new DiscardImport(platform);
    }

    @GET
    @Path("/{import}")
    @Allowed(Permission.ORGANISATION)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("import") ImportId id,
            @QueryParam("show") @DefaultValue("") String wanted,
            @QueryParam("after") @DefaultValue("0") String after) {
        int last = after.matches("[0-9]{1,7}") ? Integer.parseInt(after) : 0;
        return page(request, 200, id, Finding.named(wanted), last, Map.of(), Errors.none());
    }

    private Response page(
            ContainerRequestContext request,
            int status,
            ImportId id,
            Optional<Finding> wanted,
            int after,
            Map<Integer, PersonForm> typed,
            Errors errors) {
        ShowImport.Shown shown = show.apply(Principal.of(request).organisation(), id, wanted, after);
        String template = switch (shown.found().state()) {
            case DRAFT -> "imports/draft";
            case STARTED -> "imports/progress";
            case STOPPED, DONE, TAKEN_BACK -> "imports/result";
        };
        Import page = new Import(
                shown, after, shown.found().takeBackUntil(platform.clock().instant()), typed, errors);
        return platform.pages().show(request, status, template, page);
    }

    /** Keeps what was decided of the lines of a page. */
    @POST
    @Path("/{import}/lines")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response decide(
            @Context ContainerRequestContext request,
            @PathParam("import") ImportId id,
            MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        if (Finding.named(text(form, "show")).filter(Finding.SPELLING::equals).isPresent()) {
            return spell(request, id, form);
        }
        others.apply(by, id, lines(form, "shown"), lines(form, "add"));
        return platform.pages().seeOther("/app/imports/" + id, "imports.done.decided");
    }

    private Response spell(ContainerRequestContext request, ImportId id, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        if (text(form, "do").equals("all")) {
            accept.apply(by, id);
            return platform.pages().seeOther("/app/imports/" + id, "imports.done.spelled");
        }
        Set<Integer> shown = lines(form, "shown");
        Map<Integer, PersonForm> names = new LinkedHashMap<>();
        shown.forEach(line ->
                names.put(line, PersonForm.named(text(form, "first-" + line), text(form, "last-" + line))));
        Errors errors = spell.apply(by, id, names);
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/imports/" + id, "imports.done.spelled")
                : page(request, 422, id, Optional.of(Finding.SPELLING), after(shown), names, errors);
    }

    @POST
    @Path("/{import}/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response start(
            @Context ContainerRequestContext request,
            @PathParam("import") ImportId id,
            @FormParam("kind") @DefaultValue("") String typed) {
        String path = "/app/imports/" + id;
        Optional<PersonKind> kind = PersonKind.named(typed);
        if (kind.isEmpty()) {
            Errors errors = Errors.of("kind", "imports.error.kind");
            return page(request, 422, id, Optional.empty(), 0, Map.of(), errors);
        }
        return start.apply(Principal.of(request), id, kind.get()).fold(new StartImport.Cases<>() {
            @Override
            public Response started() {
                add.apply(Principal.of(request).organisation(), id, AT_ONCE);
                return platform.pages().seeOther(path);
            }

            @Override
            public Response nobody() {
                Errors errors = Errors.of("", "imports.error.nobody");
                return page(request, 422, id, Optional.empty(), 0, Map.of(), errors);
            }

            @Override
            public Response sameAs(ImportId other) {
                return platform.pages().seeOther("/app/imports/" + other, "imports.done.same");
            }
        });
    }

    @POST
    @Path("/{import}/stop")
    @Allowed(Permission.ORGANISATION)
    public Response stop(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        stop.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/imports/" + id);
    }

    /** The question before people are removed; the import itself where that is too late. */
    @GET
    @Path("/{import}/take-back")
    @Allowed(Permission.ORGANISATION)
    public Response askTakeBack(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        PeopleImport found = show.apply(Principal.of(request).organisation(), id, Optional.empty(), 0)
                .found();
        Instant until = found.takeBackUntil(platform.clock().instant());
        return until == null
                ? platform.pages().seeOther("/app/imports/" + id)
                : platform.pages().show(request, "imports/take-back", new TakeBack(found, until));
    }

    @POST
    @Path("/{import}/take-back")
    @Allowed(Permission.ORGANISATION)
    public Response takeBack(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        boolean early = takeBack.apply(Principal.of(request), id);
        return early
                ? platform.pages().seeOther("/app/imports/" + id, "imports.done.taken-back")
                : page(request, 422, id, Optional.empty(), 0, Map.of(), Errors.of("", "imports.error.too-late"));
    }

    @POST
    @Path("/{import}/discard")
    @Allowed(Permission.ORGANISATION)
    public Response discard(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        boolean gone = discard.apply(Principal.of(request).organisation(), id);
        return gone
                ? platform.pages().seeOther("/app/imports", "imports.done.discarded")
                : page(request, 422, id, Optional.empty(), 0, Map.of(), Errors.of("", "imports.error.take-back-first"));
    }

    /** The page on which these lines stand. */
    private static int after(Set<Integer> shown) {
        return shown.stream().mapToInt(Integer::intValue).min().orElse(1) - 1;
    }

    /** As many as a page shows. */
    private static Set<Integer> lines(MultivaluedMap<String, String> form, String field) {
        Set<Integer> lines = new TreeSet<>();
        form.getOrDefault(field, List.of()).stream()
                .limit(ShowImport.PAGE)
                .filter(typed -> typed.matches("[0-9]{1,7}"))
                .forEach(typed -> lines.add(Integer.valueOf(typed)));
        return lines;
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /**
     * The question before the people of an import are removed.
     *
     * @param until when that is too late
     */
    public record TakeBack(PeopleImport found, Instant until) {}

    /**
     * An import as it stands.
     *
     * @param after the line before this page, or 0
     * @param until when it can no longer be taken back; null where it cannot
     * @param typed names that were refused, by line
     */
    public record Import(
            ShowImport.Shown shown, int after, @Nullable Instant until, Map<Integer, PersonForm> typed, Errors errors) {
        public PeopleImport found() {
            return shown.found();
        }

        public String first(ListLine line) {
            PersonForm written = typed.get(line.line());
            return written == null ? line.proposedFirst() : written.firstName();
        }

        public String last(ListLine line) {
            PersonForm written = typed.get(line.line());
            return written == null ? line.proposedLast() : written.lastName();
        }

        public boolean stopped() {
            return found().state() == ImportState.STOPPED;
        }

        public boolean takenBack() {
            return found().state() == ImportState.TAKEN_BACK;
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            return shown.next().isEmpty() ? null : of("&after=" + shown.next().getAsInt());
        }

        /** The path of the first page, or null on it. */
        public @Nullable String firstPage() {
            return after == 0 ? null : of("");
        }

        private String of(String rest) {
            Finding finding = shown.finding();
            return found().path() + "?show=" + (finding == null ? "" : finding.word()) + rest;
        }
    }
}
