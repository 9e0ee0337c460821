package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.form.AchievementDifferences;
import fr.badgesiae.api.achievement.form.AchievementForm;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a new or an existing badge. */
@Path("/app/badges")
@Produces(MediaType.TEXT_HTML)
public final class AchievementFormPages {
    private final Platform platform;
    private final FindAchievement find;
    private final CreateAchievement create;
    private final SaveAchievement save;

    public AchievementFormPages(Platform platform) {
        this.platform = platform;
        this.find = new FindAchievement(platform.database());
        this.create = new CreateAchievement(platform);
        this.save = new SaveAchievement(platform);
    }

    @GET
    @Path("/new")
    @Allowed(Permission.PUBLISH)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, new AchievementFormPage(null, 0, AchievementForm.empty(), null, Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PUBLISH)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        AchievementForm form = AchievementForm.of(typed);
        AchievementForm.Checked checked = form.check();
        if (checked.content().isEmpty()) {
            return form(request, 422, new AchievementFormPage(null, 0, form, null, checked.errors()));
        }
        return platform.pages()
                .seeOther(
                        "/app/badges/"
                                + create.apply(
                                        Principal.of(request), checked.content().get()),
                        "achievement.done.saved");
    }

    @GET
    @Path("/{achievement}/edit")
    @Allowed(Permission.PUBLISH)
    public Response edit(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        Achievement now = find.apply(Principal.of(request).organisation(), id);
        AchievementForm form = AchievementForm.of(now.content());
        return form(request, 200, new AchievementFormPage(id.toString(), now.revision(), form, null, Errors.none()));
    }

    @POST
    @Path("/{achievement}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PUBLISH)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            MultivaluedMap<String, String> typed) {
        AchievementForm form = AchievementForm.of(typed);
        int revision = Revision.of(typed);
        return save.apply(Principal.of(request), id, revision, form).fold(new SaveAchievement.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/badges/" + id, "achievement.done.saved");
            }

            @Override
            public Response invalid(Errors errors) {
                return form(request, 422, new AchievementFormPage(id.toString(), revision, form, null, errors));
            }

            @Override
            public Response archived(Achievement now) {
                Errors archived = Errors.of("", "achievement.error.archived");
                return form(request, 409, new AchievementFormPage(id.toString(), now.revision(), form, null, archived));
            }

            @Override
            public Response savedSince(Achievement now) {
                AchievementForm saved = AchievementForm.of(now.content());
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, new AchievementFormPage(id.toString(), now.revision(), form, saved, since));
            }
        });
    }

    private Response form(ContainerRequestContext request, int status, AchievementFormPage page) {
        return platform.pages().show(request, status, "achievement/form", page);
    }

    /**
     * The form of a new or an existing badge.
     *
     * @param id null for a new badge
     * @param revision the one that saving replaces
     * @param saved the content saved by a concurrent request, or null
     */
    public record AchievementFormPage(
            @Nullable String id,
            int revision,
            AchievementForm form,
            @Nullable AchievementForm saved,
            Errors errors) {
        public List<Difference> differences(PageContext context) {
            return saved == null ? List.of() : AchievementDifferences.of(context, saved, form);
        }

        /** Whether the alignments are unfolded: one is typed, or has an error. */
        public boolean showsAlignments() {
            return !form.alignments().stream().allMatch(AchievementForm.AlignmentRow::isEmpty)
                    || errors.byField().keySet().stream().anyMatch(field -> field.startsWith("alignment"));
        }
    }
}
