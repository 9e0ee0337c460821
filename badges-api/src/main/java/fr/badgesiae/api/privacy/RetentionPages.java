package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What will be erased in an organisation, to tell people before; and the question of a run that was stopped. */
@Path("/app/retention")
@Produces(MediaType.TEXT_HTML)
public final class RetentionPages {
    private final Platform platform;
    private final ListAnnounced list;
    private final ConfirmRun confirm;

    RetentionPages(Platform platform, ListAnnounced list, ConfirmRun confirm) {
        this.platform = platform;
        this.list = list;
        this.confirm = confirm;
    }

    @GET
    @Allowed(Permission.DESK)
    public Response list(@Context ContainerRequestContext request) {
        Principal by = Principal.of(request);
        RetentionPage page =
                new RetentionPage(list.apply(by.organisation()), by.role().may(Permission.ORGANISATION));
        return platform.pages().show(request, "privacy/retention", page);
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response confirm(@Context ContainerRequestContext request, @FormParam("run") @DefaultValue("") String run) {
        confirm.apply(Principal.of(request), Ids.parse(run));
        return platform.pages().seeOther("/app/retention", "privacy.done.confirmed");
    }

    /**
     * Announced erasures.
     *
     * @param mayConfirm whether the member may confirm a run that was stopped
     */
    public record RetentionPage(ListAnnounced.Announced announced, boolean mayConfirm) {}
}
