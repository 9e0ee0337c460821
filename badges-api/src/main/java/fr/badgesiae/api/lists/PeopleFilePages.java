package fr.badgesiae.api.lists;

import fr.badgesiae.api.person.ListPeople;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PeopleColumn;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of people as a file: those that the page shows, on all its pages. */
@Path("/app/workers")
public final class PeopleFilePages {
    private final Platform platform;
    private final ReadPeople read;
    private final TakeList take;

    PeopleFilePages(Platform platform, People people) {
        this.platform = platform;
        this.read = new ReadPeople(platform.database(), people);
        this.take = new TakeList(platform);
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
        String words = text(form, "words").strip();
        ListPeople.Filter filter = ListPeople.Filter.of(text(form, "notice"), text(form, "kind"), text(form, "group"));
        Sort<PeopleColumn> sort = Sort.of(form.getFirst("sort"), PeopleColumn.BY_NAME);
        List<String> titles = Stream.of(
                        "worker.form.first-name", "worker.list.last-name", "worker.list.kind", "worker.list.notice")
                .map(context::t)
                .toList();
        String title = context.t("worker.list.file");
        return take.<Person>apply(by, ListAudit.PEOPLE_LIST_TAKEN, format, title, titles, after -> {
            List<Person> page = read.apply(by.organisation(), words, filter, sort, after.orElse(null));
            return new TakeList.Page<>(
                    page.stream().map(person -> row(context, person)).toList(),
                    page.size() < ReadPeople.PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1)));
        });
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
