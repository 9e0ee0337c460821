package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The question before a holder objects to a reopening of their space. */
@Path("/me/reopening")
@Produces(MediaType.TEXT_HTML)
public final class NoticePages {
    private final Platform platform;
    private final ShowNotice notice;
    private final ObjectToReopening object;

    public NoticePages(Platform platform, ShowNotice notice, ObjectToReopening object) {
        this.platform = platform;
        this.notice = notice;
        this.object = object;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request) {
        SpaceNotice.Reopening reopening =
                notice.apply(HolderPrincipal.of(request).holder()).reopening();
        if (reopening == null) {
            throw ProblemException.notFound();
        }
        return platform.pages().show(request, "holder/reopening", new Question(reopening));
    }

    @POST
    @Allowed(Permission.HOLDER)
    public Response object(@Context ContainerRequestContext request) {
        object.apply(HolderPrincipal.of(request));
        return platform.pages().seeOther("/me");
    }

    /** The reopening in question. */
    public record Question(SpaceNotice.Reopening reopening) implements Translated {}
}
