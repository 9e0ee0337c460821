package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
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

/** Messages of the network, as a member of an organisation reads them. */
@Path("/app/messages")
@Produces(MediaType.TEXT_HTML)
public final class InboxPages {
    private final Platform platform;
    private final ReadMessages read;
    private final CloseMessage close;

    InboxPages(Platform platform) {
        this.platform = platform;
        this.read = new ReadMessages(platform);
        this.close = new CloseMessage(platform);
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response show(@Context ContainerRequestContext request) {
        return platform.pages()
                .show(request, "organisation/message/inbox", new Inbox(read.apply(Principal.of(request))));
    }

    @POST
    @Path("/{message}/close")
    @Allowed(Permission.SIGNED_IN)
    public Response close(@Context ContainerRequestContext request, @PathParam("message") MessageId id) {
        close.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/messages", "organisation.done.message-read");
    }

    /** What a member has not read. */
    public record Inbox(List<NetworkMessage> messages) {}
}
