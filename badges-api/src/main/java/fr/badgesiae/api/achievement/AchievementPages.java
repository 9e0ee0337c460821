package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Revision;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The organisation's badges at the desk: list, write, publish, archive. */
@Path("/app/badges")
@Produces(MediaType.TEXT_HTML)
public final class AchievementPages {
    private static final int PAGE = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Platform platform;
    private final EditAchievement edit;
    private final PublishAchievement publish;

    AchievementPages(Platform platform) {
        this.platform = platform;
        this.edit = new EditAchievement(platform);
        this.publish = new PublishAchievement(platform);
    }

    @GET
    @Allowed(Permission.DESK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("archived") boolean archived,
            @QueryParam("after") String after) {
        Principal by = Principal.of(request);
        UUID organisation = by.organisation().value();
        List<AchievementRow> rows = platform.database().inOrganisation(by.organisation(), handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            AchievementRow last = after == null
                    ? null
                    : dao.find(Ids.parse(after), organisation).orElse(null);
            String name = last == null ? "" : last.name();
            return dao.page(
                    organisation, archived, words.strip(), name, last == null ? BEFORE_ALL : last.id(), PAGE + 1);
        });
        return platform.pages().show(request, "achievement/list", page(rows, words, archived));
    }

    private static AchievementListPage page(List<AchievementRow> rows, String words, boolean archived) {
        List<AchievementRow> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        String next = rows.size() <= PAGE
                ? null
                : "/app/badges?archived=" + archived + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                        + "&after=" + shown.get(PAGE - 1).id();
        return new AchievementListPage(
                archived, words, shown.stream().map(AchievementPages::item).toList(), next);
    }

    private static AchievementListPage.Item item(AchievementRow row) {
        Category category = Achievements.read(row.content()).category();
        return new AchievementListPage.Item(row.id().toString(), row.name(), category, row.state(), row.versions());
    }

    @GET
    @Path("/new")
    @Allowed(Permission.DESK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, new AchievementFormPage(null, 0, AchievementForm.empty(), null, Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        AchievementForm form = AchievementForm.of(typed);
        AchievementForm.Checked checked = form.check();
        if (!checked.errors().isEmpty()) {
            return form(request, 422, new AchievementFormPage(null, 0, form, null, checked.errors()));
        }
        AchievementId id = edit.create(Principal.of(request), checked.content());
        return platform.pages().seeOther("/app/badges/" + id);
    }

    @GET
    @Path("/{achievement}")
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        return show(request, 200, id, Errors.none());
    }

    /** Shown again with errors when an image cannot be used. */
    Response show(ContainerRequestContext request, int status, AchievementId id, Errors errors) {
        AchievementRow row = find(request, id);
        AchievementPage page = new AchievementPage(
                row.id().toString(),
                row.state(),
                Achievements.read(row.content()),
                row.versions(),
                publish.published(Principal.of(request), row),
                row.imageType() != null,
                errors,
                row.versions() == 0 ? null : "/achievements/" + row.id() + "/" + row.versions());
        return platform.pages().show(request, status, "achievement/show", page);
    }

    @GET
    @Path("/{achievement}/edit")
    @Allowed(Permission.DESK)
    public Response edit(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        AchievementRow row = find(request, id);
        AchievementForm form = AchievementForm.of(Achievements.read(row.content()));
        return form(request, 200, new AchievementFormPage(id.toString(), row.revision(), form, null, Errors.none()));
    }

    @POST
    @Path("/{achievement}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            MultivaluedMap<String, String> typed) {
        find(request, id);
        AchievementForm form = AchievementForm.of(typed);
        AchievementForm.Checked checked = form.check();
        int revision = Revision.of(typed);
        if (!checked.errors().isEmpty()) {
            return form(request, 422, new AchievementFormPage(id.toString(), revision, form, null, checked.errors()));
        }
        if (edit.save(Principal.of(request), id, revision, checked.content())) {
            return platform.pages().seeOther("/app/badges/" + id);
        }
        return notSaved(request, find(request, id), form, checked.content());
    }

    /** What was typed stays on the page; saving again replaces the other person's words knowingly. */
    private Response notSaved(
            ContainerRequestContext request, AchievementRow now, AchievementForm form, AchievementContent wanted) {
        String id = now.id().toString();
        if (now.state().equals("ARCHIVED")) {
            Errors archived = Errors.of("", "achievement.error.archived");
            return form(request, 409, new AchievementFormPage(id, now.revision(), form, null, archived));
        }
        AchievementContent saved = Achievements.read(now.content());
        if (saved.equals(wanted)) {
            return platform.pages().seeOther("/app/badges/" + id);
        }
        Errors since = Errors.of("", "common.saved-since");
        return form(request, 409, new AchievementFormPage(id, now.revision(), form, AchievementForm.of(saved), since));
    }

    @POST
    @Path("/{achievement}/publish")
    @Allowed(Permission.DESK)
    public Response publish(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        publish.publish(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id);
    }

    @POST
    @Path("/{achievement}/archive")
    @Allowed(Permission.DESK)
    public Response archive(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        publish.archive(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id);
    }

    @POST
    @Path("/{achievement}/restore")
    @Allowed(Permission.DESK)
    public Response restore(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        publish.restore(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id);
    }

    private AchievementRow find(ContainerRequestContext request, AchievementId id) {
        Principal by = Principal.of(request);
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(AchievementDao.class)
                                .find(id.value(), by.organisation().value()))
                .orElseThrow(ProblemException::notFound);
    }

    private Response form(ContainerRequestContext request, int status, AchievementFormPage page) {
        return platform.pages().show(request, status, "achievement/form", page);
    }
}
