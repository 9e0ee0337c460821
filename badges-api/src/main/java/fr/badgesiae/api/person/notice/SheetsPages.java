package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.i18n.Languages;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The information sheets of many people: chosen, printed together, their day recorded at once. No address carries a name. */
@Path("/app/people/sheets")
@Produces(MediaType.TEXT_HTML)
public final class SheetsPages {
    private static final String LIST = "/app/people/sheets";

    private final Platform platform;
    private final ListUninformed list;
    private final DraftSheets draft;
    private final RecordNotice record;

    SheetsPages(Platform platform, People people, Organisations organisations) {
        this.platform = platform;
        this.list = new ListUninformed(platform.database(), people);
        this.draft = new DraftSheets(platform, people, organisations);
        this.record = new RecordNotice(platform, organisations);
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") @Nullable PersonId after) {
        return list(request, 200, after, Errors.none());
    }

    /** The sheets of the ticked people, to print and hand over. */
    @POST
    @Path("/print")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response print(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return print(request, 200, people(form), NoticeDay.blank(), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response given(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        NoticeDay day = NoticeDay.of(form);
        Set<PersonId> people = people(form);
        Errors errors = record.apply(Principal.of(request), people, day, Languages.of(request));
        return errors.isEmpty()
                ? platform.pages().seeOther(LIST, "worker.done.sheets")
                : print(request, 422, people, day, errors);
    }

    private Response list(ContainerRequestContext request, int status, @Nullable PersonId after, Errors errors) {
        ListUninformed.Listed listed = list.apply(Principal.of(request).organisation(), after);
        String next = listed.next() == null ? null : LIST + "?after=" + listed.next();
        return platform.pages().show(request, status, "person/sheets", new ChoosePage(listed.people(), next, errors));
    }

    private Response print(
            ContainerRequestContext request, int status, Set<PersonId> chosen, NoticeDay typed, Errors errors) {
        DraftSheets.Drafts drafts = draft.apply(Principal.of(request).organisation(), chosen, Languages.of(request));
        if (drafts.people().isEmpty()) {
            return list(request, 422, null, Errors.of("people", "worker.sheets.error.nobody"));
        }
        return platform.pages()
                .show(
                        request,
                        status,
                        "person/sheets-print",
                        new PrintPage(drafts.people(), drafts.sheet(), typed, errors));
    }

    /** As many as a page shows. */
    private static Set<PersonId> people(MultivaluedMap<String, String> form) {
        Set<PersonId> people = new LinkedHashSet<>();
        form.getOrDefault("people", List.of()).stream()
                .limit(ListUninformed.PAGE)
                .map(PersonId::fromString)
                .forEach(people::add);
        return people;
    }

    /**
     * The people who have not been given the sheet.
     *
     * @param next the path of the next page, or null
     */
    public record ChoosePage(List<Person> people, @Nullable String next, Errors errors) {}

    /**
     * One sheet for each of these people.
     *
     * @param typed the day on which they were given
     */
    public record PrintPage(List<Person> people, InformationSheet sheet, NoticeDay typed, Errors errors) {}
}
