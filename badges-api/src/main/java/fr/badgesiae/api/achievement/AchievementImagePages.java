package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataParam;

/** The image of a draft: shown, replaced, taken away. */
@Path("/app/badges/{achievement}/image")
public final class AchievementImagePages {
    private final Platform platform;
    private final AchievementPages pages;
    private final EditAchievement edit;

    AchievementImagePages(Platform platform, AchievementPages pages) {
        this.platform = platform;
        this.pages = pages;
        this.edit = new EditAchievement(platform);
    }

    @GET
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        UUID organisation = Principal.of(request).organisation().value();
        StoredImage image = platform.database()
                .inOrganisation(Principal.of(request).organisation(), handle -> {
                    AchievementDao dao = handle.attach(AchievementDao.class);
                    AchievementRow row = dao.find(id.value(), organisation).orElseThrow(ProblemException::notFound);
                    return dao.draftImage(id.value(), organisation)
                            .map(own -> new StoredImage(own.imageType(), own.image()))
                            .orElseGet(() -> DefaultImage.draw(Achievements.read(row.content())));
                });
        return Response.ok(image.bytes(), image.type())
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.DESK)
    public Response upload(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @FormDataParam("_csrf") String token,
            @FormDataParam("image") InputStream upload)
            throws IOException {
        platform.csrf().check(request, token);
        byte[] bytes = upload == null ? new byte[0] : upload.readNBytes(ImageUpload.MAX_BYTES + 1);
        try {
            edit.setImage(Principal.of(request), id, ImageUpload.clean(bytes));
        } catch (UnusableImageException e) {
            return pages.show(
                    request,
                    422,
                    id,
                    Errors.of("image", "achievement.error.image-" + e.reason().name()));
        }
        return platform.pages().seeOther("/app/badges/" + id);
    }

    @POST
    @Path("/remove")
    @Allowed(Permission.DESK)
    public Response remove(@Context ContainerRequestContext request, @PathParam("achievement") AchievementId id) {
        edit.setImage(Principal.of(request), id, null);
        return platform.pages().seeOther("/app/badges/" + id);
    }
}
