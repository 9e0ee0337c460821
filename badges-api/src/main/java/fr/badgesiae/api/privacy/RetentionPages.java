package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
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
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request) {
        return list(request, 200, false);
    }

    private Response list(ContainerRequestContext request, int status, boolean replaced) {
        Principal by = Principal.of(request);
        RetentionPage page =
                new RetentionPage(list.apply(by.organisation()), by.may(Permission.ORGANISATION), replaced);
        return platform.pages().show(request, status, "privacy/retention", page);
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response confirm(@Context ContainerRequestContext request, @FormParam("run") @DefaultValue("") String run) {
        RunAnswer answer = confirm.apply(Principal.of(request), Ids.parse(run));
        if (answer instanceof RunAnswer.Replaced) {
            return list(request, 409, true);
        }
        if (answer instanceof RunAnswer.Gone) {
            throw new ProblemException(ProblemType.CONFLICT, "This run no longer waits.");
        }
        return platform.pages().seeOther("/app/retention", "privacy.done.confirmed");
    }

    /**
     * Announced erasures.
     *
     * @param mayConfirm whether the member may confirm a run that was stopped
     * @param replaced whether the member confirmed a run that another had replaced
     */
    public record RetentionPage(ListAnnounced.Announced announced, boolean mayConfirm, boolean replaced) {}
}
