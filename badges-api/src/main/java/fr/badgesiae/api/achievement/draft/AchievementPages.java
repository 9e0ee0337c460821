package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.ReviewRequest;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
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
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisation's badges at the desk: list, show, publish, archive, restore. */
@Path("/app/badges")
@Produces(MediaType.TEXT_HTML)
public final class AchievementPages {
    private final Platform platform;
    private final ListAchievements list;
    private final ShowAchievement show;
    private final PublishAchievement publish;
    private final ArchiveAchievement archive;
    private final RestoreAchievement restore;

    public AchievementPages(Platform platform) {
        this.platform = platform;
        this.list = new ListAchievements(platform.database());
        this.show = new ShowAchievement(platform.database());
        this.publish = new PublishAchievement(platform);
        this.archive = new ArchiveAchievement(platform);
        this.restore = new RestoreAchievement(platform);
    }

    @GET
    @Allowed(Permission.DESK)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("archived") boolean archived,
            @QueryParam("after") @Nullable AchievementId after) {
        ListAchievements.Listed listed =
                list.apply(Principal.of(request).organisation(), archived, words.strip(), after);
        List<AchievementListPage.Item> items =
                listed.lines().stream().map(AchievementPages::item).toList();
        String next = !listed.more()
                ? null
                : "/app/badges?archived=" + archived + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                        + "&after=" + items.get(items.size() - 1).id();
        AchievementListPage page = new AchievementListPage(archived, words, items, next);
        return platform.pages().show(request, "achievement/list", page);
    }

    private static AchievementListPage.Item item(AchievementLine line) {
        return new AchievementListPage.Item(
                line.id().toString(),
                line.name(),
                line.category(),
                line.state().name(),
                line.version(),
                line.waiting());
    }

    @GET
    @Path("/{achievement}")
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        return show(request, 200, id, Errors.none());
    }

    /** The same page with another status and errors, after an unusable upload. */
    Response show(ContainerRequestContext request, int status, AchievementId id, Errors errors) {
        Publication now = show.apply(Principal.of(request).organisation(), id);
        Achievement badge = now.draft();
        AchievementPage page = new AchievementPage(
                id.toString(),
                badge.state().name(),
                badge.content(),
                badge.versions(),
                now.upToDate(),
                badge.ownImage(),
                errors,
                badge.review(),
                badge.secondReader(),
                badge.versions() == 0 ? null : "/achievements/" + id + "/" + badge.versions());
        return platform.pages().show(request, status, "achievement/show", page);
    }

    /** The question before a version that never changes; an unchanged badge has nothing to publish. */
    @GET
    @Path("/{achievement}/publish")
    @Allowed(Permission.PUBLISH)
    public Response askPublish(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        Publication now = show.apply(Principal.of(request).organisation(), id);
        Achievement badge = now.draft();
        if (!now.publishable()) {
            return platform.pages().seeOther("/app/badges/" + id);
        }
        if (badge.secondReader()) {
            return platform.pages().seeOther("/app/badges/" + id + "/review");
        }
        PublishPage page = new PublishPage("/app/badges/" + id, badge.content(), badge.versions() + 1);
        return platform.pages().show(request, "achievement/publish", page);
    }

    @POST
    @Path("/{achievement}/publish")
    @Allowed(Permission.PUBLISH)
    public Response publish(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        publish.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id, "achievement.done.published");
    }

    @POST
    @Path("/{achievement}/archive")
    @Allowed(Permission.PUBLISH)
    public Response archive(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        archive.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id, "achievement.done.archived");
    }

    @POST
    @Path("/{achievement}/restore")
    @Allowed(Permission.PUBLISH)
    public Response restore(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        restore.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id, "achievement.done.restored");
    }

    /**
     * A page of the organisation's badges.
     *
     * @param archived whether the archive is shown
     * @param words of the search, or empty
     * @param next the path of the next page, or null
     */
    public record AchievementListPage(
            boolean archived,
            String words,
            List<Item> items,
            @Nullable String next) {
        /**
         * One badge of the list.
         *
         * @param version the newest published version, 0 for none
         * @param waiting whether it waits for a second reader
         */
        public record Item(String id, String name, Category category, String state, int version, boolean waiting) {}
    }

    /**
     * One badge at the desk.
     *
     * @param versions how many versions were published
     * @param published whether the newest version has the same content and image
     * @param ownImage whether an image was uploaded
     * @param errors of the image form
     * @param review a request to publish, or null without one
     * @param secondReader whether two people publish it
     * @param publicPath of the newest version, or null
     */
    public record AchievementPage(
            String id,
            String state,
            AchievementContent content,
            int versions,
            boolean published,
            boolean ownImage,
            Errors errors,
            @Nullable ReviewRequest review,
            boolean secondReader,
            @Nullable String publicPath) {
        /** Whether people get an older text than this page shows. */
        public boolean unpublishedChanges() {
            return state.equals("PUBLISHED") && !published;
        }
    }

    /**
     * The question before a version is published.
     *
     * @param path of the badge
     * @param version that it becomes
     */
    public record PublishPage(String path, AchievementContent content, int version) {}
}
