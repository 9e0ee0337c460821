package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The withdrawal of an acceptance in the holder's space: « Ce n’est pas mon choix ». */
@Path("/me/badges/{badge}/withdraw")
@Produces(MediaType.TEXT_HTML)
public final class WithdrawPages {
    private final Platform platform;
    private final FindWithdrawal find;
    private final WithdrawAcceptance withdraw;

    WithdrawPages(Platform platform, FindWithdrawal find, WithdrawAcceptance withdraw) {
        this.platform = platform;
        this.find = find;
        this.withdraw = withdraw;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        HolderId holder = HolderPrincipal.of(request).holder();
        FindWithdrawal.Deadline end = find.apply(holder, badge).orElseThrow(ProblemException::notFound);
        Question page = new Question("/me/badges/" + badge, end.until());
        return platform.pages().show(platform.pages().translated(request).in(end.zone()), 200, "claim/withdraw", page);
    }

    @POST
    @Allowed(Permission.HOLDER)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        if (!withdraw.apply(HolderPrincipal.of(request).holder(), badge)) {
            throw ProblemException.notFound();
        }
        return platform.pages().seeOther("/me/badges/" + badge);
    }

    /** The question before an acceptance is withdrawn; {@code path} is the badge's page. */
    public record Question(String path, Instant until) implements Translated {}
}
