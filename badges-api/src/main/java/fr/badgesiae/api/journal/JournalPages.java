package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal of an organisation or a network. URLs carry no name: a search is a POST that leads to an id. */
@Path("/app/journal")
@Produces(MediaType.TEXT_HTML)
public final class JournalPages {
    private static final String ROOT = "/app/journal";

    /** Lines of a file that are read at once. */
    private static final int IN_FILE = 500;

    private final Platform platform;
    private final ListJournal list;
    private final FindForJournal find;
    private final ListJournal whole;
    private final TakeList take;

    JournalPages(Platform platform, ListJournal list, FindForJournal find) {
        this.platform = platform;
        this.list = list;
        this.find = find;
        this.whole = new ListJournal(platform.database(), IN_FILE);
        this.take = new TakeList(platform);
    }

    @GET
    @Allowed(Permission.JOURNAL)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("member") @DefaultValue("") String member,
            @QueryParam("worker") @Nullable PersonId worker,
            @QueryParam("badge") @DefaultValue("") String badge,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("before") @Nullable String before) {
        Principal reader = Principal.of(request);
        boolean people = reader.may(Permission.WORKER_NAMES);
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        JournalFilter filter = new JournalFilter(
                ActKind.named(kind),
                member.isEmpty() ? Optional.empty() : Optional.of(AccountId.parse(member)),
                people ? Optional.ofNullable(worker) : Optional.empty(),
                badge.isEmpty() || !people ? Optional.empty() : Optional.of(Ids.parse(badge)),
                first,
                last);
        Errors errors = errors(from, first, until, last);
        Position top = Position.of(before);
        ListJournal.Found found = list.apply(reader, filter, top);
        String address = ROOT + (filter.isEmpty() ? "" : "?" + filter.query());
        JournalPage page = new JournalPage(
                errors.isEmpty() ? found.lines() : List.of(),
                filter,
                new JournalPage.Typed(from, until, errors),
                found.names(),
                people,
                errors.isEmpty() ? found.next().map(next -> next(address, next)).orElse(null) : null,
                top.equals(Position.TOP) ? null : address);
        return platform.pages().show(request, errors.isEmpty() ? 200 : 422, "journal/list", page);
    }

    /** Leads to the lines of the only person found, or asks whom. */
    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String typed) {
        String words = typed.strip();
        if (words.isEmpty()) {
            return platform.pages().seeOther(ROOT);
        }
        List<Person> found = find.apply(Principal.of(request).organisation(), words);
        if (found.size() == 1) {
            return platform.pages().seeOther(ROOT + "?worker=" + found.get(0).id());
        }
        List<Choice> choices = found.stream()
                .limit(FindForJournal.MOST)
                .map(person -> new Choice(ROOT + "?worker=" + person.id(), person.fullName()))
                .toList();
        SearchPage page = new SearchPage(words, choices, found.size() > FindForJournal.MOST);
        return platform.pages().show(request, "journal/search", page);
    }

    @POST
    @Path("/list.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.JOURNAL)
    public Response csv(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.CSV, form);
    }

    @POST
    @Path("/list.xlsx")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.JOURNAL)
    public Response xlsx(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.XLSX, form);
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        JournalFilter filter = new JournalFilter(
                ActKind.named(text(form, "kind")),
                Optional.of(text(form, "member")).filter(one -> !one.isEmpty()).map(AccountId::parse),
                Optional.of(text(form, "worker"))
                        .filter(one -> !one.isEmpty() && by.may(Permission.WORKER_NAMES))
                        .map(PersonId::fromString),
                Optional.of(text(form, "badge"))
                        .filter(one -> !one.isEmpty() && by.may(Permission.WORKER_NAMES))
                        .map(Ids::parse),
                day(text(form, "from")),
                day(text(form, "until")));
        List<String> titles = List.of(context.t("journal.what"), context.t("journal.when"));
        String title = context.t("journal.title");
        return take.<Position>apply(by, JournalAudit.JOURNAL_TAKEN, format, title, titles, before -> {
            ListJournal.Found found = whole.apply(by, filter, before.orElse(Position.TOP));
            return new TakeList.Page<>(
                    found.lines().stream()
                            .map(line -> List.<Object>of(line.text(context), context.dateTime(line.at())))
                            .toList(),
                    found.next());
        });
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    private static String next(String address, Position next) {
        return address + (address.contains("?") ? "&" : "?") + "before=" + next;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2100);
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static Errors errors(String from, Optional<LocalDate> first, String until, Optional<LocalDate> last) {
        Errors errors = Errors.none();
        if (!from.isBlank() && first.isEmpty()) {
            errors = errors.with("from", "journal.error.date");
        }
        if (!until.isBlank() && last.isEmpty()) {
            errors = errors.with("until", "journal.error.date");
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            errors = errors.with("until", "journal.error.order");
        }
        return errors;
    }

    /**
     * A page of the journal.
     *
     * @param people whether the reader sees names of workers
     * @param next the path of the next page, or null
     * @param first the path of the first page, or null on it
     */
    public record JournalPage(
            List<JournalLine> lines,
            JournalFilter filter,
            Typed typed,
            ListJournal.Names names,
            boolean people,
            @Nullable String next,
            @Nullable String first) {
        /** The days as typed, and what is wrong with them. */
        public record Typed(String from, String until, Errors errors) {}

        /** The kinds to choose from, with a first option for all. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("", context.t("journal.filter.all"));
            for (ActKind kind : ActKind.values()) {
                if (kind.isOf(!people)) {
                    kinds.put(kind.word(), context.t("journal.kind." + kind.word()));
                }
            }
            return kinds;
        }

        /** The members to choose from, with a first option for all. */
        public Map<String, String> memberOptions(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", context.t("journal.filter.everybody"));
            options.putAll(names.members());
            return options;
        }

        /** The badges to choose from, with a first option for all. */
        public Map<String, String> badgeOptions(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", context.t("journal.filter.every-badge"));
            options.putAll(names.badges());
            return options;
        }

        public String chosenBadge() {
            return filter.badge().map(UUID::toString).orElse("");
        }

        public String chosenKind() {
            return filter.kind().map(ActKind::word).orElse("");
        }

        public String chosenMember() {
            return filter.member().map(AccountId::toString).orElse("");
        }

        public boolean filtered() {
            return !filter.isEmpty();
        }
    }

    /**
     * The people whose names match.
     *
     * @param more whether there are others
     */
    public record SearchPage(String words, List<Choice> choices, boolean more) {}

    /** The lines of one person. */
    public record Choice(String path, String name) {}
}
