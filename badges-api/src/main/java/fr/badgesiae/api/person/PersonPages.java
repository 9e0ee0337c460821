package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
import fr.badgesiae.api.platform.i18n.Languages;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private final FindHomonyms homonyms;
    private final CreatePerson create;
    private final RenamePerson rename;
    private final RecordNotice record;

    PersonPages(Platform platform, People people, Organisations organisations, ShowPerson show, RenamePerson rename) {
        this.platform = platform;
        this.list = new ListPeople(platform.database(), people);
        this.search = new SearchPeople(platform.database(), people);
        this.show = show;
        this.names = new FindNames(platform.database());
        this.notice = new ShowNotice(platform, people, organisations);
        this.homonyms = new FindHomonyms(platform.database());
        this.create = new CreatePerson(platform);
        this.rename = rename;
        this.record = new RecordNotice(platform, organisations);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("notice") @Nullable String notice,
            @QueryParam("after") @Nullable PersonId after) {
        boolean uninformed = "missing".equals(notice);
        ListPeople.Listed listed = list.apply(Principal.of(request).organisation(), uninformed, after);
        List<Person> people = listed.people();
        String next = listed.more()
                ? "/app/workers?" + (uninformed ? "notice=missing&" : "") + "after="
                        + people.get(people.size() - 1).id()
                : null;
        PersonListPage page = new PersonListPage("", uninformed, people, false, listed.homonyms(), next);
        return platform.pages().show(request, "person/list", page);
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        ListPeople.Listed found = search.apply(Principal.of(request).organisation(), wanted);
        PersonListPage page = new PersonListPage(wanted, false, found.people(), found.more(), found.homonyms(), null);
        return platform.pages().show(request, "person/list", page);
    }

    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, PersonFormPage.blank(PersonForm.empty(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        PersonForm form = PersonForm.of(typed);
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return form(request, 422, PersonFormPage.blank(form, errors));
        }
        if (!"yes".equals(typed.getFirst("homonym"))) {
            List<FindHomonyms.Homonym> same =
                    homonyms.apply(Principal.of(request).organisation(), form);
            if (!same.isEmpty()) {
                return form(request, 409, new PersonFormPage(null, 0, form, null, same, 0, Errors.none()));
            }
        }
        return platform.pages()
                .seeOther("/app/workers/" + create.apply(Principal.of(request), form), "worker.done.created");
    }

    @GET
    @Path("/{worker}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal reader = Principal.of(request);
        ShowPerson.Shown shown = show.apply(reader, id);
        PersonPage page = new PersonPage(
                shown.person(),
                shown.space(),
                reader.may(Permission.AWARD) ? shown.heldOn() : null,
                shown.done(),
                reader.may(Permission.JOURNAL));
        return platform.pages().show(request, "person/show", page);
    }

    @GET
    @Path("/{worker}/edit")
    @Allowed(Permission.AWARD)
    public Response edit(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        FindNames.Names now = names.apply(Principal.of(request).organisation(), id);
        return form(request, 200, PersonFormPage.of(id, now.revision(), now.form(), 0));
    }

    @POST
    @Path("/{worker}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        PersonForm form = PersonForm.of(typed);
        int revision = Revision.of(typed);
        int agreed = Revision.number(typed.getFirst("reissue"));
        return rename.apply(Principal.of(request), id, revision, form, agreed).fold(new RenamePerson.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/workers/" + id, "worker.done.saved");
            }

            @Override
            public Response invalid(Errors errors) {
                return form(
                        request, 422, new PersonFormPage(id.toString(), revision, form, null, List.of(), 0, errors));
            }

            @Override
            public Response reissues(int badges) {
                return form(request, 409, PersonFormPage.of(id, revision, form, badges));
            }

            @Override
            public Response savedSince(FindNames.Names now) {
                Errors since = Errors.of("", "common.saved-since");
                return form(
                        request,
                        409,
                        new PersonFormPage(id.toString(), now.revision(), form, now.form(), List.of(), 0, since));
            }
        });
    }

    @GET
    @Path("/{worker}/notice")
    @Allowed(Permission.AWARD)
    public Response notice(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return notice(request, 200, id, NoticeDay.blank(), Errors.none());
    }

    @POST
    @Path("/{worker}/notice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response noticeGiven(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        NoticeDay day = NoticeDay.of(typed);
        Errors errors = record.apply(Principal.of(request), id, day, Languages.of(request));
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/workers/" + id, "worker.done.notice")
                : notice(request, 422, id, day, errors);
    }

    private Response notice(ContainerRequestContext request, int status, PersonId id, NoticeDay typed, Errors errors) {
        ShowNotice.Notice shown = notice.apply(Principal.of(request).organisation(), id, Languages.of(request));
        NoticePage page = new NoticePage(shown.person(), shown.sheet(), shown.asGiven(), typed, errors);
        return platform.pages().show(request, status, "person/notice", page);
    }

    private Response form(ContainerRequestContext request, int status, PersonFormPage page) {
        return platform.pages().show(request, status, "person/form", page);
    }

    /**
     * The organisation's workers by last name.
     *
     * @param words of the search, or empty
     * @param uninformed whether only those without the information sheet are shown
     * @param more whether a search found more than it shows
     * @param homonyms when the files of those were made who share their names with another
     * @param next the path of the next page, or null
     */
    public record PersonListPage(
            String words,
            boolean uninformed,
            List<Person> people,
            boolean more,
            Map<PersonId, Instant> homonyms,
            @Nullable String next) {}

    /**
     * One worker at the desk, and how they get into their space.
     *
     * @param heldOn the day since which a dispute keeps the file from erasure; null without, and for who does not keep files
     * @param done the latest acts, newest first
     * @param journal whether the reader may open the journal
     */
    public record PersonPage(
            Person person,
            SpaceState space,
            @Nullable LocalDate heldOn,
            List<PersonHistory.Line> done,
            boolean journal) {}

    /**
     * The information notice (RGPD, articles 13 and 14) to print and hand over.
     *
     * @param asGiven whether this is the wording that the person was given
     */
    public record NoticePage(Person person, InformationSheet sheet, boolean asGiven, NoticeDay typed, Errors errors) {}

    /**
     * The form of a new or an existing worker.
     *
     * @param id null for a new worker
     * @param revision the one that saving replaces
     * @param saved the names saved by a concurrent request, or null
     * @param homonyms people who have these names already
     * @param badges how many badges would be signed again, once the member agrees
     */
    public record PersonFormPage(
            @Nullable String id,
            int revision,
            PersonForm form,
            @Nullable PersonForm saved,
            List<FindHomonyms.Homonym> homonyms,
            int badges,
            Errors errors) {
        public PersonFormPage {
            homonyms = List.copyOf(homonyms);
        }

        static PersonFormPage blank(PersonForm form, Errors errors) {
            return new PersonFormPage(null, 0, form, null, List.of(), 0, errors);
        }

        static PersonFormPage of(PersonId id, int revision, PersonForm form, int badges) {
            return new PersonFormPage(id.toString(), revision, form, null, List.of(), badges, Errors.none());
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
