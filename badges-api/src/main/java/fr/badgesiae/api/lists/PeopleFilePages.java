package fr.badgesiae.api.lists;

import fr.badgesiae.api.person.ListPeople;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PeopleColumn;
import fr.badgesiae.api.person.Person;
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

/** The list of people as a file or on paper: those that the page shows, on all its pages. */
@Path("/app/workers")
public final class PeopleFilePages {
    private final Platform platform;
    private final ReadPeople read;
    private final TakeList take;
    private final PrintList print;
    private final NameGroup groups;

    PeopleFilePages(Platform platform, People people) {
        this.platform = platform;
        this.read = new ReadPeople(platform.database(), people);
        this.take = new TakeList(platform);
        this.print = new PrintList(platform);
        this.groups = new NameGroup(platform.database(), people);
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
        Taken taken = taken(form);
        List<String> choices = new ArrayList<>();
        if (taken.words.isEmpty()) {
            if (taken.filter.uninformed()) {
                choices.add(context.t("worker.list.notice-missing"));
            }
            taken.filter.kind().ifPresent(kind -> choices.add(context.t(kind.key())));
            taken.filter
                    .group()
                    .ifPresent(group -> groups.apply(Principal.of(request).organisation(), group)
                            .ifPresent(name -> choices.add(name.text(context))));
        } else {
            choices.add(taken.words);
        }
        choices.replaceAll(choice -> context.t("common.printed.choice", choice));
        choices.add(context.t("common.printed.order", taken.sort.text(context)));
        String title = context.t("worker.list.file");
        return print.<Person>apply(
                request,
                ListAudit.PEOPLE_LIST_TAKEN,
                new PrintList.Heading(title, choices, "/app/workers"),
                titles(context),
                after -> page(context, Principal.of(request).organisation(), taken, after));
    }

    /** Which people, in which order; what a search finds stands by name. */
    private record Taken(String words, ListPeople.Filter filter, Sort<PeopleColumn> sort) {}

    private static Taken taken(MultivaluedMap<String, String> form) {
        String words = text(form, "words").strip();
        return new Taken(
                words,
                ListPeople.Filter.of(text(form, "notice"), text(form, "kind"), text(form, "group")),
                words.isEmpty() ? Sort.of(form.getFirst("sort"), PeopleColumn.BY_NAME) : PeopleColumn.BY_NAME);
    }

    private static List<String> titles(PageContext context) {
        return Stream.of("worker.form.first-name", "worker.list.last-name", "worker.list.kind", "worker.list.notice")
                .map(context::t)
                .toList();
    }

    private TakeList.Page<Person> page(
            PageContext context, OrganisationId organisation, Taken taken, Optional<Person> after) {
        List<Person> page = read.apply(organisation, taken.words, taken.filter, taken.sort, after.orElse(null));
        return new TakeList.Page<>(
                page.stream().map(person -> row(context, person)).toList(),
                page.size() < ReadPeople.PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1)));
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        Taken taken = taken(form);
        return take.<Person>apply(
                by,
                ListAudit.PEOPLE_LIST_TAKEN,
                format,
                context.t("worker.list.file"),
                titles(context),
                after -> page(context, by.organisation(), taken, after));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    private static List<Object> row(PageContext context, Person person) {
        Object informed = person.noticeGivenOn() == null ? "" : person.noticeGivenOn();
        return List.of(
                person.firstName(), person.lastName(), context.t(person.kind().key()), informed);
    }
}
