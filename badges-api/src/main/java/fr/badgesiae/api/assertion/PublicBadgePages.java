package fr.badgesiae.api.assertion;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
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
import org.jspecify.annotations.Nullable;

/** The decision to make one badge public, and its end. */
@Path("/me/badges/{badge}/public")
@Produces(MediaType.TEXT_HTML)
public final class PublicBadgePages {
    private final Platform platform;
    private final ShowPublicBadge show;
    private final PublishBadge publish;
    private final WithdrawPublicBadge withdraw;

    PublicBadgePages(Platform platform, ShowPublicBadge show, PublishBadge publish, WithdrawPublicBadge withdraw) {
        this.platform = platform;
        this.show = show;
        this.publish = publish;
        this.withdraw = withdraw;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response decision(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        return decision(request, badge, 200, null);
    }

    @POST
    @Allowed(Permission.HOLDER)
    public Response publish(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        PublishBadge.Outcome outcome = publish.apply(HolderPrincipal.of(request).holder(), badge);
        return outcome == PublishBadge.Outcome.PUBLIC
                ? platform.pages().seeOther(path(badge), "assertion.done.public")
                : decision(request, badge, 409, outcome);
    }

    @GET
    @Path("/withdraw")
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        ShowPublicBadge.Shown shown = show.apply(HolderPrincipal.of(request).holder(), badge);
        if (shown.assertion() == null) {
            throw ProblemException.notFound();
        }
        return platform.pages()
                .show(request, "assertion/withdraw", new Question(path(badge), shown.name(), shown.revoked()));
    }

    @POST
    @Path("/withdraw")
    @Allowed(Permission.HOLDER)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        HolderId holder = HolderPrincipal.of(request).holder();
        withdraw.apply(holder, badge);
        return platform.pages().seeOther("/me/badges/" + badge, "assertion.done.withdrawn");
    }

    private Response decision(
            ContainerRequestContext request, CredentialId badge, int status, PublishBadge.@Nullable Outcome outcome) {
        ShowPublicBadge.Shown shown = show.apply(HolderPrincipal.of(request).holder(), badge);
        PageContext context = platform.pages().context(request).in(shown.zone());
        String file = shown.assertion() == null || shown.revoked() ? null : "/v2/assertions/" + shown.assertion();
        Decision page = new Decision(
                path(badge),
                "/me/badges/" + badge,
                shown.name(),
                shown.issuer(),
                shown.email(),
                shown.revoked(),
                outcome == null ? problem(shown) : outcome,
                file,
                file == null ? null : platform.settings().url(file),
                shown.since());
        return platform.pages().show(context, status, "assertion/decision", page);
    }

    private static PublishBadge.@Nullable Outcome problem(ShowPublicBadge.Shown shown) {
        if (shown.assertion() != null) {
            return null;
        }
        return shown.lapsed()
                ? PublishBadge.Outcome.LAPSED
                : shown.email() == null ? PublishBadge.Outcome.NO_EMAIL : null;
    }

    private static String path(CredentialId badge) {
        return "/me/badges/" + badge + "/public";
    }

    /**
     * One badge, and whether it is public.
     *
     * @param path of this page
     * @param badgePath of the badge in the space
     * @param email of the organisation, which becomes public with it, or null
     * @param revoked whether it was public when it was revoked
     * @param problem why it cannot be public, or null
     * @param file the path of the public form; null while it is not public, as is {@code address}
     * @param since when it became public, or null
     */
    public record Decision(
            String path,
            String badgePath,
            String badge,
            String issuer,
            @Nullable String email,
            boolean revoked,
            PublishBadge.@Nullable Outcome problem,
            @Nullable String file,
            @Nullable String address,
            @Nullable Instant since) {}

    /** The badge that would be public no longer. */
    public record Question(String path, String badge, boolean revoked) {}
}
