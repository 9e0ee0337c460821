package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.achievement.image.Photograph;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.observation.content.PhotoSeal;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people saw the holder do, and what the holder says of it. */
@Path("/me/seen")
@Produces(MediaType.TEXT_HTML)
public final class SeenPages {
    private final Platform platform;
    private final ListSeen list;
    private final ObjectToObservation say;
    private final ReadPhoto photo;
    private final PhotoSeal photos;

    public SeenPages(Platform platform, ObjectToObservation say) {
        this.platform = platform;
        this.list = new ListSeen(platform);
        this.say = say;
        this.photo = new ReadPhoto(platform);
        this.photos = new PhotoSeal(platform.vault());
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response list(
            @Context ContainerRequestContext request, @QueryParam("before") @Nullable ObservationId before) {
        ListSeen.Found found = list.apply(HolderPrincipal.of(request).holder(), before);
        String next = found.next().map(last -> "/me/seen?before=" + last).orElse(null);
        return platform.pages().show(request, "observation/seen", new Seen(found.seen(), next, before != null));
    }

    @GET
    @Path("/{observation}/photo")
    @Allowed(Permission.HOLDER)
    public Response photo(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        byte[] sealed = photo.apply(holder, id).orElseThrow(ProblemException::notFound);
        return Response.ok(photos.open(id.value(), sealed), Photograph.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** @param said the name of an {@link Objection}; any other text takes one back */
    @POST
    @Path("/{observation}/objection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response say(
            @Context ContainerRequestContext request,
            @PathParam("observation") ObservationId id,
            @FormParam("said") @DefaultValue("") String said) {
        Objection objection = Objection.find(said).orElse(null);
        say.apply(HolderPrincipal.of(request).holder(), id, objection);
        return platform.pages()
                .seeOther("/me/seen", objection == null ? "observation.done.accepted" : "observation.done.objected");
    }

    /**
     * A page of what was seen.
     *
     * @param next the path of the next page, or null
     * @param later whether it is not the first page
     */
    public record Seen(List<ListSeen.Seen> seen, @Nullable String next, boolean later) implements Translated {}
}
