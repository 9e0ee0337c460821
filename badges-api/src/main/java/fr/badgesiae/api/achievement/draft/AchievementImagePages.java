package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.SizedImages;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** The image of a draft: show, replace, remove. */
@Path("/app/badges/{achievement}/image")
public final class AchievementImagePages {
    private final Platform platform;
    private final AchievementPages pages;
    private final ShowImage show;
    private final ReplaceImage replace;
    private final RemoveImage remove;
    private final SizedImages sizes;

    public AchievementImagePages(Platform platform, AchievementPages pages, SizedImages sizes) {
        this.platform = platform;
        this.pages = pages;
        this.show = new ShowImage(platform.database());
        this.replace = new ReplaceImage(platform);
        this.remove = new RemoveImage(platform);
        this.sizes = sizes;
    }

    @GET
    @Allowed(Permission.DESK)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @QueryParam("side") @Nullable String side) {
        StoredImage image = sizes.fit(show.apply(Principal.of(request).organisation(), id), side);
        return Response.ok(image.bytes(), image.type())
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.PUBLISH)
    public Response upload(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @FormDataParam("image") @Nullable InputStream upload)
            throws IOException {
        byte[] bytes = upload == null ? new byte[0] : upload.readNBytes(ImageUpload.MAX_PHOTO_BYTES + 1);
        return replace.apply(Principal.of(request), id, bytes).fold(new ReplaceImage.Cases<>() {
            @Override
            public Response replaced() {
                return platform.pages().seeOther("/app/badges/" + id, "achievement.done.image");
            }

            @Override
            public Response unusable(UnusableImageException.Reason reason) {
                Errors errors = Errors.of("image", "achievement.error.image-" + reason.name());
                return pages.show(request, 422, id, errors);
            }
        });
    }

    @POST
    @Path("/remove")
    @Allowed(Permission.PUBLISH)
    public Response remove(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        remove.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/badges/" + id, "achievement.done.image-removed");
    }
}
