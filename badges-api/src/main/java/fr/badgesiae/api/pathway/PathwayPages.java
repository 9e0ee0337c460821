package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pathways of one worker at the desk. */
@Path("/app/workers/{worker}/pathways")
@Produces(MediaType.TEXT_HTML)
public final class PathwayPages {
    private final Platform platform;
    private final ListPathways list;
    private final ShowPathway show;
    private final OpenPathway open;
    private final ChangePathway change;
    private final RevealPassIae reveal;

    PathwayPages(Platform platform, People people) {
        this.platform = platform;
        this.list = new ListPathways(platform.database(), people);
        this.show = new ShowPathway(platform.database(), people);
        this.open = new OpenPathway(platform, people);
        this.change = new ChangePathway(platform, people);
        this.reveal = new RevealPassIae(platform);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return list(request, id, null, null);
    }

    private Response list(
            ContainerRequestContext request, PersonId id, @Nullable String revealed, @Nullable String number) {
        ListPathways.Listed listed = list.apply(Principal.of(request).organisation(), id);
        List<PathwayListPage.Item> items =
                listed.pathways().stream().map(PathwayPages::item).toList();
        PathwayListPage page = new PathwayListPage(listed.person(), items, listed.asksPassIae(), revealed, number);
        return platform.pages().show(request, "pathway/list", page);
    }

    private static PathwayListPage.Item item(Pathway pathway) {
        return new PathwayListPage.Item(
                pathway.id().toString(), pathway.startsOn(), pathway.endsOn(), pathway.exit(), pathway.hasPassIae());
    }

    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        ListPathways.Listed now = list.apply(Principal.of(request).organisation(), id);
        if (now.person().kind() != PersonKind.WORKER) {
            return platform.pages().seeOther("/app/workers/" + id + "/pathways");
        }
        return form(
                request,
                200,
                PathwayFormPage.blank(now.person(), now.asksPassIae(), PathwayForm.empty(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response open(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        PathwayForm form = PathwayForm.of(typed);
        return open.apply(Principal.of(request), id, form).fold(new OpenPathway.Cases<>() {
            @Override
            public Response opened(PathwayId pathway) {
                return platform.pages().seeOther("/app/workers/" + id + "/pathways", "pathway.done.saved");
            }

            @Override
            public Response invalid(Person whose, boolean asksPassIae, Errors errors) {
                return form(request, 422, PathwayFormPage.blank(whose, asksPassIae, form, errors));
            }
        });
    }

    @GET
    @Path("/{pathway}")
    @Allowed(Permission.AWARD)
    public Response edit(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @PathParam("pathway") PathwayId pathway) {
        ShowPathway.Shown now = show.apply(Principal.of(request).organisation(), id, pathway);
        PathwayForm form = PathwayForm.of(now.pathway());
        return form(request, 200, PathwayFormPage.of(now, now.pathway().revision(), form, null, Errors.none()));
    }

    @POST
    @Path("/{pathway}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @PathParam("pathway") PathwayId pathway,
            MultivaluedMap<String, String> typed) {
        PathwayForm form = PathwayForm.of(typed);
        int revision = Revision.of(typed);
        return change.apply(Principal.of(request), id, pathway, revision, form).fold(new ChangePathway.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/workers/" + id + "/pathways", "pathway.done.saved");
            }

            @Override
            public Response invalid(ShowPathway.Shown now, Errors errors) {
                return form(request, 422, PathwayFormPage.of(now, revision, form, null, errors));
            }

            @Override
            public Response savedSince(ShowPathway.Shown now) {
                PathwayForm saved = PathwayForm.of(now.pathway());
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, PathwayFormPage.of(now, now.pathway().revision(), form, saved, since));
            }
        });
    }

    /** A POST, because it writes an audit line. Only the response body carries the number. */
    @POST
    @Path("/{pathway}/pass-iae")
    @Allowed(Permission.SENSITIVE)
    public Response reveal(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @PathParam("pathway") PathwayId pathway) {
        PassIae pass = reveal.apply(Principal.of(request), id, pathway);
        return list(request, id, pathway.toString(), pass.grouped());
    }

    private Response form(ContainerRequestContext request, int status, PathwayFormPage page) {
        return platform.pages().show(request, status, "pathway/form", page);
    }

    /**
     * A worker's pathways, the newest first.
     *
     * @param asksPassIae whether the organisation asks for the number
     * @param revealed id of the pathway whose PASS IAE number is shown, or null
     * @param passIae that number in groups, or null
     */
    public record PathwayListPage(
            Person person,
            List<Item> pathways,
            boolean asksPassIae,
            @Nullable String revealed,
            @Nullable String passIae) {
        /**
         * One pathway of the list.
         *
         * @param endsOn null without a known end
         * @param exit null where nobody said
         */
        public record Item(
                String id,
                LocalDate startsOn,
                @Nullable LocalDate endsOn,
                @Nullable PathwayExit exit,
                boolean hasPassIae) {}
    }

    /**
     * The form of a new or an existing pathway.
     *
     * @param id null for a new pathway
     * @param asksPassIae whether the organisation asks for the number
     * @param hasPassIae whether a number is stored; an empty field keeps it
     * @param revision the one that saving replaces
     * @param saved the values saved by a concurrent request, without the number; or null
     */
    public record PathwayFormPage(
            Person person,
            @Nullable String id,
            boolean asksPassIae,
            boolean hasPassIae,
            int revision,
            PathwayForm form,
            @Nullable PathwayForm saved,
            Errors errors) {
        static PathwayFormPage blank(Person person, boolean asksPassIae, PathwayForm form, Errors errors) {
            return new PathwayFormPage(person, null, asksPassIae, false, 0, form, null, errors);
        }

        static PathwayFormPage of(
                ShowPathway.Shown now, int revision, PathwayForm form, @Nullable PathwayForm saved, Errors errors) {
            Pathway pathway = now.pathway();
            return new PathwayFormPage(
                    now.person(),
                    pathway.id().toString(),
                    now.asksPassIae(),
                    pathway.hasPassIae(),
                    revision,
                    form,
                    saved,
                    errors);
        }

        /** Dates that differ. A stored number stays hidden; the page says when a typed one would replace it. */
        public List<Difference> differences(PageContext context) {
            if (saved == null) {
                return List.of();
            }
            boolean replaced = hasPassIae && !form.passIae().isEmpty();
            return Difference.among(Stream.of(
                    new Difference(
                            context.t("pathway.form.start"),
                            date(context, saved.startsOn()),
                            date(context, form.startsOn())),
                    new Difference(
                            context.t("pathway.form.end"), date(context, saved.endsOn()), date(context, form.endsOn())),
                    new Difference(
                            context.t("pathway.form.exit"), exit(context, saved.exit()), exit(context, form.exit())),
                    new Difference(
                            context.t("pathway.form.pass"),
                            replaced ? context.t("pathway.form.pass-stored") : "",
                            form.passIae())));
        }

        /** What the form offers, the first for nothing said. */
        public Map<String, String> exits(PageContext context) {
            Map<String, String> exits = new LinkedHashMap<>();
            exits.put("", context.t("pathway.exit.none"));
            for (PathwayExit each : PathwayExit.values()) {
                exits.put(each.name(), context.t(each.key()));
            }
            return exits;
        }

        private String exit(PageContext context, String name) {
            return name.isEmpty() ? "" : exits(context).getOrDefault(name, "");
        }

        private static String date(PageContext context, String iso) {
            return iso.isEmpty() ? "" : context.date(LocalDate.parse(iso));
        }
    }
}
