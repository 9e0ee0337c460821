package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a person: a new one, or corrections. */
@Path("/app/workers")
@Produces(MediaType.TEXT_HTML)
public final class PersonFormPages {
    private final Platform platform;
    private final FindNames names;
    private final FindHomonyms homonyms;
    private final FindUsualKind usual;
    private final CreatePerson create;
    private final RenamePerson rename;

    PersonFormPages(Platform platform, Organisations organisations, RenamePerson rename) {
        this.platform = platform;
        this.names = new FindNames(platform.database());
        this.homonyms = new FindHomonyms(platform.database());
        this.usual = new FindUsualKind(organisations);
        this.create = new CreatePerson(platform);
        this.rename = rename;
    }

    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(@Context ContainerRequestContext request) {
        return form(
                request,
                200,
                PersonFormPage.blank(
                        PersonForm.empty(usual.apply(Principal.of(request).organisation())), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
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

    /** The kinds to choose from, by their words. */
    public static Map<String, String> kinds(PageContext context) {
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
                            new Difference(context.t("worker.form.kind"), word(context, saved), word(context, form))));
        }

        private static String word(PageContext context, PersonForm form) {
            return form.kind() == null ? "" : context.t(form.kind().key());
        }

        /** The kinds by their words. */
        public Map<String, String> kinds(PageContext context) {
            return PersonFormPages.kinds(context);
        }
    }
}
