package fr.badgesiae.api.assertion;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The end of every public badge at once: hiding everything switches links off, and leaves these. */
@Path("/me/public")
@Produces(MediaType.TEXT_HTML)
public final class AllPublicBadgePages {
    private final Platform platform;
    private final ListPublicBadges list;
    private final WithdrawPublicBadges withdraw;

    AllPublicBadgePages(Platform platform, ListPublicBadges list, WithdrawPublicBadges withdraw) {
        this.platform = platform;
        this.list = list;
        this.withdraw = withdraw;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request) {
        List<String> badges = list.apply(HolderPrincipal.of(request).holder());
        return platform.pages().show(request, "assertion/withdraw-all", new Question(badges));
    }

    @POST
    @Allowed(Permission.HOLDER)
    public Response withdraw(@Context ContainerRequestContext request) {
        int ended = withdraw.apply(HolderPrincipal.of(request).holder());
        return ended == 0
                ? platform.pages().seeOther("/me")
                : platform.pages().seeOther("/me", "assertion.done.all-withdrawn");
    }

    /** @param badges names of those that would be public no longer */
    public record Question(List<String> badges) {}
}
