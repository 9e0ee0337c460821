package fr.badgesiae.api.achievement;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Published versions at their permanent addresses: a page for people, the Achievement for machines, the image. */
@Path("/achievements/{achievement}/{version: [1-9][0-9]{0,8}}")
public final class AchievementDocuments {
    private static final String FOREVER = "public, max-age=86400, immutable";

    private final Platform platform;
    private final Achievements achievements;
    private final Organisations organisations;

    AchievementDocuments(Platform platform, Achievements achievements, Organisations organisations) {
        this.platform = platform;
        this.achievements = achievements;
        this.organisations = organisations;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=1")
    @Open
    public Response page(
            @Context ContainerRequestContext request,
            @PathParam("achievement") AchievementId id,
            @PathParam("version") int version) {
        PublishedAchievement published = find(id, version);
        String issuer = organisations
                .find(published.organisation())
                .map(OrganisationProfile::publicName)
                .orElse("");
        PublicAchievementPage page = new PublicAchievementPage(
                published.content(),
                version,
                "/achievements/" + id + "/" + version + "/image",
                issuer,
                "/issuers/" + published.organisation());
        return platform.pages().show(platform.pages().publicContext(request), 200, "achievement/public", page);
    }

    @GET
    @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.8"})
    @Open
    public Response json(
            @Context Request request, @PathParam("achievement") AchievementId id, @PathParam("version") int version) {
        byte[] json = find(id, version).json().toString().getBytes(StandardCharsets.UTF_8);
        // A version never changes, so its number is its tag.
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
    public Response image(@PathParam("achievement") AchievementId id, @PathParam("version") int version) {
        ImageRow image = platform.database()
                .inPublic(handle -> handle.attach(AchievementDao.class).publicImage(id.value(), version))
                .orElseThrow(ProblemException::notFound);
        return Response.ok(image.image(), image.imageType())
                .header("Cache-Control", FOREVER)
                .build();
    }

    private PublishedAchievement find(AchievementId id, int version) {
        return platform.database()
                .inPublic(handle -> achievements.byAddress(handle, id, version))
                .orElseThrow(ProblemException::notFound);
    }
}
