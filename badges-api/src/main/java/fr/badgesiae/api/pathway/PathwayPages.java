package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Revision;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/** The pathways of one worker at the desk. */
@Path("/app/workers/{worker}/pathways")
@Produces(MediaType.TEXT_HTML)
public final class PathwayPages {
    private final Platform platform;
    private final People people;
    private final EditPathway edit;

    PathwayPages(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
        this.edit = new EditPathway(platform, people);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @PathParam("worker") PersonId person) {
        return list(request, person, null, null);
    }

    private Response list(ContainerRequestContext request, PersonId id, PathwayId revealed, PassIae pass) {
        Principal by = Principal.of(request);
        Person person = person(by, id);
        List<Pathway> pathways = platform
                .database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(PathwayDao.class)
                                .ofWorker(id.value(), by.organisation().value()))
                .stream()
                .map(row -> new Pathway(row.id().toString(), row.startsOn(), row.endsOn(), row.hasPassIae()))
                .toList();
        PathwayListPage page = new PathwayListPage(
                person, pathways, Objects.toString(revealed, null), pass == null ? null : pass.grouped());
        return platform.pages().show(request, "pathway/list", page);
    }

    @GET
    @Path("/new")
    @Allowed(Permission.DESK)
    public Response blank(@Context ContainerRequestContext request, @PathParam("worker") PersonId person) {
        Person whose = person(Principal.of(request), person);
        return form(request, 200, PathwayFormPage.blank(whose, PathwayForm.empty(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response open(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId person,
            MultivaluedMap<String, String> typed) {
        Person whose = person(Principal.of(request), person);
        PathwayForm form = PathwayForm.of(typed);
        PathwayForm.Checked checked = form.check();
        if (!checked.errors().isEmpty()) {
            return form(request, 422, PathwayFormPage.blank(whose, form, checked.errors()));
        }
        edit.open(Principal.of(request), person, checked);
        return platform.pages().seeOther("/app/workers/" + person + "/pathways");
    }

    @GET
    @Path("/{pathway}")
    @Allowed(Permission.DESK)
    public Response edit(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId person,
            @PathParam("pathway") PathwayId pathway) {
        Principal by = Principal.of(request);
        PathwayRow row = find(by, person, pathway);
        return form(request, 200, page(by, row, row.revision(), PathwayForm.of(row), null, Errors.none()));
    }

    @POST
    @Path("/{pathway}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId person,
            @PathParam("pathway") PathwayId pathway,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        PathwayRow row = find(by, person, pathway);
        PathwayForm form = PathwayForm.of(typed);
        PathwayForm.Checked checked = form.check();
        int revision = Revision.of(typed);
        if (!checked.errors().isEmpty()) {
            return form(request, 422, page(by, row, revision, form, null, checked.errors()));
        }
        if (!edit.change(by, pathway, revision, checked)) {
            PathwayRow now = find(by, person, pathway);
            PathwayForm saved = PathwayForm.of(now);
            if (!saved.equals(form)) {
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, page(by, now, now.revision(), form, saved, since));
            }
        }
        return platform.pages().seeOther("/app/workers/" + person + "/pathways");
    }

    /** A POST, because it leaves a line in the audit; the number stands in the answer and nowhere else. */
    @POST
    @Path("/{pathway}/pass-iae")
    @Allowed(Permission.SENSITIVE)
    public Response reveal(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId person,
            @PathParam("pathway") PathwayId pathway) {
        find(Principal.of(request), person, pathway);
        return list(request, person, pathway, edit.reveal(Principal.of(request), pathway));
    }

    private Person person(Principal by, PersonId id) {
        return platform.database()
                .inOrganisation(by.organisation(), handle -> people.find(handle, by.organisation(), id))
                .orElseThrow(ProblemException::notFound);
    }

    private PathwayRow find(Principal by, PersonId person, PathwayId pathway) {
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(PathwayDao.class)
                                .find(pathway.value(), by.organisation().value()))
                .filter(row -> row.workerId().equals(person.value()))
                .orElseThrow(ProblemException::notFound);
    }

    private PathwayFormPage page(
            Principal by, PathwayRow row, int revision, PathwayForm form, PathwayForm saved, Errors errors) {
        Person whose = person(by, new PersonId(row.workerId()));
        return new PathwayFormPage(whose, row.id().toString(), row.hasPassIae(), revision, form, saved, errors);
    }

    private Response form(ContainerRequestContext request, int status, PathwayFormPage page) {
        return platform.pages().show(request, status, "pathway/form", page);
    }
}
