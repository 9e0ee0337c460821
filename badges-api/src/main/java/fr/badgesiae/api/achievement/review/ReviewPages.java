package fr.badgesiae.api.achievement.review;

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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A badge before it is published, where an organisation wants two people for that. */
@Path("/app/badges/{achievement}/review")
@Produces(MediaType.TEXT_HTML)
public final class ReviewPages {
    private final Platform platform;
    private final ShowReview show;
    private final AskPublication ask;
    private final WithdrawRequest withdraw;
    private final SendBack sendBack;
    private final PublishRead publish;

    public ReviewPages(Platform platform) {
        this.platform = platform;
        this.show = new ShowReview(platform.database());
        this.ask = new AskPublication(platform);
        this.withdraw = new WithdrawRequest(platform);
        this.sendBack = new SendBack(platform);
        this.publish = new PublishRead(platform);
    }

    @GET
    @Allowed(Permission.PUBLISH)
    public Response show(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        ShowReview.Shown shown = show.apply(Principal.of(request), id);
        return page(request, 200, id, shown, "", Errors.none());
    }

    @POST
    @Allowed(Permission.PUBLISH)
    public Response ask(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        return ask.apply(Principal.of(request), id)
                ? platform.pages().seeOther("/app/badges/" + id, "achievement.done.asked")
                : page(
                        request,
                        422,
                        id,
                        show.apply(Principal.of(request), id),
                        "",
                        Errors.of("", "achievement.review.up-to-date"));
    }

    @POST
    @Path("/withdraw")
    @Allowed(Permission.PUBLISH)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        Principal by = Principal.of(request);
        show.apply(by, id);
        withdraw.apply(by, id);
        return platform.pages().seeOther("/app/badges/" + id, "achievement.done.withdrawn");
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PUBLISH)
    public Response sendBack(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @FormParam("note") @DefaultValue("") String note) {
        Principal by = Principal.of(request);
        ShowReview.Shown shown = show.apply(by, id);
        Errors errors = sendBack.apply(by, id, note);
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/badges/" + id, "achievement.done.sent-back")
                : page(request, !errors.byField().containsKey("note") ? 409 : 422, id, shown, note, errors);
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PUBLISH)
    public Response publish(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @FormParam("read") @DefaultValue("") String read) {
        Principal by = Principal.of(request);
        return switch (publish.apply(by, id, read)) {
            case PUBLISHED -> platform.pages().seeOther("/app/badges/" + id, "achievement.done.published");
            case CHANGED -> again(request, id, "achievement.review.error.changed");
            case SAME_PERSON -> again(request, id, "achievement.review.error.same");
        };
    }

    private Response again(ContainerRequestContext request, AchievementId id, String key) {
        return page(request, 409, id, show.apply(Principal.of(request), id), "", Errors.of("", key));
    }

    private Response page(
            ContainerRequestContext request,
            int status,
            AchievementId id,
            ShowReview.Shown shown,
            String note,
            Errors errors) {
        ReviewPage page = new ReviewPage("/app/badges/" + id, shown, note, errors);
        return platform.pages().show(request, status, "achievement/review", page);
    }

    /**
     * What will be published.
     *
     * @param path of the badge
     * @param note as typed
     */
    public record ReviewPage(String path, ShowReview.Shown shown, String note, Errors errors) {
        /** From the version before; empty for the first one. */
        public List<Difference> differences(PageContext context) {
            return shown.before() == null
                    ? List.of()
                    : AchievementDifferences.of(
                            context, AchievementForm.of(shown.before()), AchievementForm.of(shown.content()));
        }
    }
}
