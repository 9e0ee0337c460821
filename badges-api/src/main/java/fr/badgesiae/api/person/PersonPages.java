package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.person.space.SpaceState;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final FindHomonyms homonyms;
    private final FindUsualKind usual;
    private final CreatePerson create;
    private final RenamePerson rename;

    PersonPages(Platform platform, People people, Organisations organisations, ShowPerson show, RenamePerson rename) {
        this.platform = platform;
        this.list = new ListPeople(platform.database(), people);
        this.search = new SearchPeople(platform.database(), people);
        this.show = show;
        this.names = new FindNames(platform.database());
        this.homonyms = new FindHomonyms(platform.database());
        this.usual = new FindUsualKind(organisations);
        this.create = new CreatePerson(platform);
        this.rename = rename;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("notice") @Nullable String notice,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("after") @Nullable PersonId after) {
        ListPeople.Filter filter = new ListPeople.Filter(
                "missing".equals(notice),
                PersonKind.named(kind),
                group.isEmpty() ? Optional.empty() : Optional.of(GroupId.fromString(group)));
        ListPeople.Listed listed = list.apply(Principal.of(request).organisation(), filter, after);
        return list(request, new PersonListPage("", filter, listed));
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        ListPeople.Listed found = search.apply(Principal.of(request).organisation(), wanted);
        return list(request, new PersonListPage(wanted, ListPeople.Filter.NONE, found));
    }

    private Response list(ContainerRequestContext request, PersonListPage page) {
        return platform.pages().show(request, "person/list", page);
    }

    @GET
    @Path("/new")
    @Allowed(Permission.DESK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, PersonFormPage.blank(PersonForm.empty(usual.apply(Principal.of(request).organisation())), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        PersonForm form = PersonForm.of(typed).orOf(PersonKind.WORKER);
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
                reader.role().may(Permission.DESK) ? shown.heldOn() : null,
                shown.parts(),
                shown.done(),
                reader.role().may(Permission.JOURNAL));
        return platform.pages().show(request, "person/show", page);
    }

    @GET
    @Path("/{worker}/edit")
    @Allowed(Permission.DESK)
    public Response edit(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        FindNames.Names now = names.apply(Principal.of(request).organisation(), id);
        return form(request, 200, PersonFormPage.of(id, now.revision(), now.form(), 0));
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

    private static Map<String, String> kinds(PageContext context) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (PersonKind kind : PersonKind.values()) {
            kinds.put(kind.word(), context.t(kind.key()));
        }
        return kinds;
    }

    private Response form(ContainerRequestContext request, int status, PersonFormPage page) {
        return platform.pages().show(request, status, "person/form", page);
    }

    /**
     * The organisation's people by last name.
     *
     * @param words of the search, or empty
     */
    public record PersonListPage(String words, ListPeople.Filter filter, ListPeople.Listed listed) {
        public List<Person> people() {
            return listed.people();
        }

        /** Whether a search found more than it shows. */
        public boolean more() {
            return !words.isEmpty() && listed.more();
        }

        /** Whether the list shows only some of them. */
        public boolean narrowed() {
            return !words.isEmpty() || !filter.equals(ListPeople.Filter.NONE);
        }

        /** The key of what an empty list says. */
        public String emptyKey() {
            if (!words.isEmpty()) {
                return "worker.list.none-found";
            }
            if (filter.group().isPresent()) {
                return "worker.list.none-of-group";
            }
            if (filter.kind().isPresent()) {
                return "worker.list.none-of-kind";
            }
            return filter.uninformed() ? "worker.list.all-informed" : "worker.list.empty";
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            return words.isEmpty() && listed.more()
                    ? filter.path() + (filter.path().contains("?") ? "&" : "?") + "after="
                            + people().get(people().size() - 1).id()
                    : null;
        }

        /** The groups by their ids, after everybody. */
        public Map<String, String> groups(PageContext context) {
            return GroupName.options(context, "worker.list.every-group", listed.groups());
        }

        /** The kinds by their words, after everybody. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("", context.t("worker.list.every-kind"));
            kinds.putAll(PersonPages.kinds(context));
            return kinds;
        }
    }

    /**
     * One worker at the desk, and how they get into their space.
     *
     * @param heldOn the day since which a dispute keeps the file from erasure; null without, and for who does not do daily work
     * @param done the latest acts, newest first
     * @param journal whether the reader may open the journal
     */
    public record PersonPage(
            Person person,
            SpaceState space,
            @Nullable LocalDate heldOn,
            List<ShowPerson.Part> parts,
            List<PersonHistory.Line> done,
            boolean journal) {
        /** Whoever is no worker has no pathway, but may have had one. */
        public boolean shows(ShowPerson.Part part) {
            return part.kind() != PersonPart.Kind.PATHWAYS
                    || person.kind() == PersonKind.WORKER
                    || !part.lines().isEmpty();
        }
    }

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
                            new Difference(context.t("worker.form.last-name"), saved.lastName(), form.lastName()),
                            new Difference(
                                    context.t("worker.form.kind"), word(context, saved), word(context, form))));
        }

        private static String word(PageContext context, PersonForm form) {
            return form.kind() == null ? "" : context.t(form.kind().key());
        }

        /** The kinds by their words. */
        public Map<String, String> kinds(PageContext context) {
            return PersonPages.kinds(context);
        }
    }
}
