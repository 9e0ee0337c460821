package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Revision;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import java.util.UUID;

/** Workers at the desk. No name stands in an address: a search is a POST, a page is found by its last id. */
@Path("/app/workers")
@Produces(MediaType.TEXT_HTML)
public final class PersonPages {
    private static final int PAGE = 50;

    private final Platform platform;
    private final People people;
    private final Organisations organisations;
    private final EditPerson edit;

    PersonPages(Platform platform, People people, Organisations organisations) {
        this.platform = platform;
        this.people = people;
        this.organisations = organisations;
        this.edit = new EditPerson(platform);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") PersonId after) {
        Principal by = Principal.of(request);
        List<Person> found = platform.database().inOrganisation(by.organisation(), handle -> {
            Person last = after == null
                    ? null
                    : people.find(handle, by.organisation(), after).orElse(null);
            return people.page(handle, by.organisation(), "", last, PAGE + 1);
        });
        List<Person> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() <= PAGE
                ? null
                : "/app/workers?after=" + shown.get(PAGE - 1).id();
        return platform.pages().show(request, "person/list", new PersonListPage("", shown, false, next));
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        Principal by = Principal.of(request);
        String wanted = words.strip();
        List<Person> found = platform.database()
                .inOrganisation(
                        by.organisation(), handle -> people.page(handle, by.organisation(), wanted, null, PAGE + 1));
        List<Person> shown = found.subList(0, Math.min(PAGE, found.size()));
        PersonListPage page = new PersonListPage(wanted, shown, found.size() > PAGE, null);
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
        return platform.pages().seeOther("/app/workers/" + edit.create(Principal.of(request), form));
    }

    @GET
    @Path("/{worker}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return platform.pages().show(request, "person/show", new PersonPage(find(request, id)));
    }

    @GET
    @Path("/{worker}/edit")
    @Allowed(Permission.DESK)
    public Response edit(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        PersonRow row = row(request, id);
        return form(
                request,
                200,
                new PersonFormPage(id.toString(), row.revision(), PersonForm.of(row), null, Errors.none()));
    }

    @POST
    @Path("/{worker}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        row(request, id);
        PersonForm form = PersonForm.of(typed);
        Errors errors = form.check();
        int revision = Revision.of(typed);
        if (!errors.isEmpty()) {
            return form(request, 422, new PersonFormPage(id.toString(), revision, form, null, errors));
        }
        if (!edit.rename(Principal.of(request), id, revision, form)) {
            PersonRow now = row(request, id);
            PersonForm saved = PersonForm.of(now);
            if (!saved.equals(form)) {
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, new PersonFormPage(id.toString(), now.revision(), form, saved, since));
            }
        }
        return platform.pages().seeOther("/app/workers/" + id);
    }

    @GET
    @Path("/{worker}/notice")
    @Allowed(Permission.DESK)
    public Response notice(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Person person = find(request, id);
        NoticePage page = new NoticePage(
                person, organisations.find(person.organisation()).orElseThrow(ProblemException::notFound));
        return platform.pages().show(request, "person/notice", page);
    }

    @POST
    @Path("/{worker}/notice")
    @Allowed(Permission.DESK)
    public Response noticeGiven(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        edit.noticeGiven(Principal.of(request), id);
        return platform.pages().seeOther("/app/workers/" + id);
    }

    private Person find(ContainerRequestContext request, PersonId id) {
        Principal by = Principal.of(request);
        return platform.database()
                .inOrganisation(by.organisation(), handle -> people.find(handle, by.organisation(), id))
                .orElseThrow(ProblemException::notFound);
    }

    private PersonRow row(ContainerRequestContext request, PersonId id) {
        UUID organisation = Principal.of(request).organisation().value();
        return platform.database()
                .inOrganisation(
                        Principal.of(request).organisation(),
                        handle -> handle.attach(PersonDao.class).find(id.value(), organisation))
                .orElseThrow(ProblemException::notFound);
    }

    private Response form(ContainerRequestContext request, int status, PersonFormPage page) {
        return platform.pages().show(request, status, "person/form", page);
    }
}
