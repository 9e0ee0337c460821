package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workers at the desk. URLs carry no name: a search is a POST, a page starts after an id. */
@Path("/app/workers")
@Produces(MediaType.TEXT_HTML)
public final class PersonPages {
    private final Platform platform;
    private final ListPeople list;
    private final SearchPeople search;
    private final ShowPerson show;
    private final FindNames names;
    private final ShowNotice notice;
    private final CreatePerson create;
    private final RenamePerson rename;
    private final RecordNotice record;

    PersonPages(Platform platform, People people, Organisations organisations, ShowPerson show) {
        this.platform = platform;
        this.list = new ListPeople(platform.database(), people);
        this.search = new SearchPeople(platform.database(), people);
        this.show = show;
        this.names = new FindNames(platform.database());
        this.notice = new ShowNotice(platform.database(), people, organisations);
        this.create = new CreatePerson(platform);
        this.rename = new RenamePerson(platform);
        this.record = new RecordNotice(platform);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") @Nullable PersonId after) {
        ListPeople.Listed listed = list.apply(Principal.of(request).organisation(), after);
        List<Person> people = listed.people();
        String next = listed.more()
                ? "/app/workers?after=" + people.get(people.size() - 1).id()
                : null;
        return platform.pages().show(request, "person/list", new PersonListPage("", people, false, next));
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        ListPeople.Listed found = search.apply(Principal.of(request).organisation(), wanted);
        PersonListPage page = new PersonListPage(wanted, found.people(), found.more(), null);
        return platform.pages().show(request, "person/list", page);
    }

    @GET
    @Path("/new")
    @Allowed(Permission.DESK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, PersonFormPage.blank(PersonForm.empty(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        PersonForm form = PersonForm.of(typed);
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return form(request, 422, PersonFormPage.blank(form, errors));
        }
        return platform.pages().seeOther("/app/workers/" + create.apply(Principal.of(request), form));
    }

    @GET
    @Path("/{worker}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        ShowPerson.Shown shown = show.apply(Principal.of(request).organisation(), id);
        return platform.pages().show(request, "person/show", new PersonPage(shown.person(), shown.space()));
    }

    @GET
    @Path("/{worker}/edit")
    @Allowed(Permission.DESK)
    public Response edit(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        FindNames.Names now = names.apply(Principal.of(request).organisation(), id);
        return form(request, 200, new PersonFormPage(id.toString(), now.revision(), now.form(), null, Errors.none()));
    }

    @POST
    @Path("/{worker}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        PersonForm form = PersonForm.of(typed);
        int revision = Revision.of(typed);
        return rename.apply(Principal.of(request), id, revision, form).fold(new RenamePerson.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/workers/" + id);
            }

            @Override
            public Response invalid(Errors errors) {
                return form(request, 422, new PersonFormPage(id.toString(), revision, form, null, errors));
            }

            @Override
            public Response savedSince(FindNames.Names now) {
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, new PersonFormPage(id.toString(), now.revision(), form, now.form(), since));
            }
        });
    }

    @GET
    @Path("/{worker}/notice")
    @Allowed(Permission.DESK)
    public Response notice(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        ShowNotice.Notice shown = notice.apply(Principal.of(request).organisation(), id);
        NoticePage page = new NoticePage(shown.person(), shown.organisation());
        return platform.pages().show(request, "person/notice", page);
    }

    @POST
    @Path("/{worker}/notice")
    @Allowed(Permission.DESK)
    public Response noticeGiven(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        record.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/workers/" + id);
    }

    private Response form(ContainerRequestContext request, int status, PersonFormPage page) {
        return platform.pages().show(request, status, "person/form", page);
    }

    /**
     * The organisation's workers by last name.
     *
     * @param words of the search, or empty
     * @param more whether a search found more than it shows
     * @param next the path of the next page, or null
     */
    public record PersonListPage(
            String words,
            List<Person> people,
            boolean more,
            @Nullable String next) {}

    /** One worker at the desk, and how they get into their space. */
    public record PersonPage(Person person, SpaceState space) {}

    /** The information notice (RGPD, articles 13 and 14) to print and hand over. */
    public record NoticePage(Person person, OrganisationProfile organisation) {}

    /**
     * The form of a new or an existing worker.
     *
     * @param id null for a new worker
     * @param revision the one that saving replaces
     * @param saved the names saved by a concurrent request, or null
     */
    public record PersonFormPage(
            @Nullable String id,
            int revision,
            PersonForm form,
            @Nullable PersonForm saved,
            Errors errors) {
        static PersonFormPage blank(PersonForm form, Errors errors) {
            return new PersonFormPage(null, 0, form, null, errors);
        }

        public List<Difference> differences(PageContext context) {
            return saved == null
                    ? List.of()
                    : Difference.among(Stream.of(
                            new Difference(context.t("worker.form.first-name"), saved.firstName(), form.firstName()),
                            new Difference(context.t("worker.form.last-name"), saved.lastName(), form.lastName())));
        }
    }
}
