package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.SharedBadge;
import fr.badgesiae.api.share.ShowIssuer;
import fr.badgesiae.api.share.words.PublicState;
import fr.badgesiae.api.verification.SafeLink;
import fr.badgesiae.api.verification.Written;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a link to a badge would show. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class PreviewPages {
    private final Platform platform;
    private final ShowBadge show;
    private final FindSuccessor successor;
    private final ShowIssuer issuer;

    public PreviewPages(Platform platform, ShowBadge show, FindSuccessor successor, ShowIssuer issuer) {
        this.platform = platform;
        this.show = show;
        this.successor = successor;
        this.issuer = issuer;
    }

    /** What people would see, before there is a link. */
    @POST
    @Path("/badges/{badge}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response preview(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("read") @DefaultValue("") String read) {
        ShareForm form = new ShareForm(label, days, name, evidence, read);
        HolderId holder = HolderPrincipal.of(request).holder();
        CredentialId standing = successor.apply(holder, id).orElse(id);
        ShowBadge.Shown shown = show.apply(holder, standing).requireInForce();
        PageContext context = platform.pages().context(request).in(shown.badge().zone());
        String document = shown.document().orElseThrow(ProblemException::notFound);
        String seen = shown.choices()
                .flatMap(choices -> form.choice()
                        .map(choice -> LinkPreview.of(document, choices, choice.name(), choice.evidence())))
                .orElse(document);
        HeldBadge badge = shown.badge();
        ShowIssuer.Shown by = issuer.apply(badge.organisation(), badge.awardedOn());
        Preview page = new Preview(
                "/me/badges/" + badge.id(),
                Written.of(seen, platform.settings(), badge.zone()),
                PublicState.of(
                        context,
                        badge.revokedAt(),
                        badge.paused(),
                        badge.validUntil(),
                        platform.clock().instant()),
                by.issuer(),
                by.affiliation().sentences(context),
                SafeLink.of(by.issuer().website()),
                form);
        return platform.pages().show(context, 200, "holder/preview", page);
    }

    /**
     * What people would see behind a link that does not exist yet.
     *
     * @param path of the badge
     * @param seen the badge with what is chosen; unsigned
     * @param reads the headline that people read of a badge that no longer counts, or null
     * @param networks what is said of the organisation's networks, a sentence a line
     * @param website of the organisation, or null where it is no https address
     */
    public record Preview(
            String path,
            Written seen,
            @Nullable String reads,
            SharedBadge.Issuer issuer,
            List<String> networks,
            @Nullable SafeLink website,
            ShareForm form) {}
}
