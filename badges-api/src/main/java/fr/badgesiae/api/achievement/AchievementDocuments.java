package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.SizedImages;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Published versions at their permanent URLs: the HTML page, the Achievement in JSON, the image. */
@Path("/achievements/{achievement}/{version: [1-9][0-9]{0,8}}")
public final class AchievementDocuments {
    private static final String FOREVER = "public, max-age=86400, immutable";

    private final Platform platform;
    private final FindPublished find;
    private final FindPublishedImage findImage;
    private final FindPublisher findPublisher;
    private final SizedImages sizes;

    AchievementDocuments(
            Platform platform,
            FindPublished find,
            FindPublishedImage findImage,
            FindPublisher findPublisher,
            SizedImages sizes) {
        this.platform = platform;
        this.find = find;
        this.findImage = findImage;
        this.findPublisher = findPublisher;
        this.sizes = sizes;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=1")
    @Open
    public Response page(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @PathParam("version") int version) {
        PublishedAchievement published = find.apply(id, version);
        String issuer = findPublisher.apply(published.organisation());
        PublicAchievementPage page = new PublicAchievementPage(
                published.content(),
                version,
                "/achievements/" + id + "/" + version + "/image?side=card",
                issuer,
                "/issuers/" + published.organisation());
        return platform.pages().show(platform.pages().publicContext(request), 200, "achievement/public", page);
    }

    @GET
    @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.8"})
    @Open
    public Response json(
            @Context Request request, @PathParam("achievement") AchievementId id, @PathParam("version") int version) {
        byte[] json = find.apply(id, version).json().toString().getBytes(StandardCharsets.UTF_8);
        // A version never changes: its number is its entity tag.
        EntityTag tag = new EntityTag(id + "-" + version);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(json))
                .tag(tag)
                .header("Cache-Control", FOREVER)
                .header("Vary", "Accept")
                .build();
    }

    @GET
    @Path("/image")
    @Open
    public Response image(
            @PathParam("achievement") AchievementId id,
            @PathParam("version") int version,
            @QueryParam("side") @Nullable String side) {
        StoredImage image = sizes.fit(findImage.apply(id, version), side);
        return Response.ok(image.bytes(), image.type())
                .header("Cache-Control", FOREVER)
                .build();
    }

    /**
     * A published version, for anybody.
     *
     * @param issuer the public name of the organisation
     * @param issuerPath its public page
     */
    public record PublicAchievementPage(
            AchievementContent content, int version, String imagePath, String issuer, String issuerPath) {}
}
