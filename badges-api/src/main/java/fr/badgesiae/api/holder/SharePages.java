package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Showing a badge: a link with a label, an end, a counter and an off switch. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class SharePages {
    private final Platform platform;
    private final HolderBadges badges;
    private final ShareBadge share;
    private final MatchingWords words;

    SharePages(Platform platform, HolderBadges badges, ShareBadge share, MatchingWords words) {
        this.platform = platform;
        this.badges = badges;
        this.share = share;
        this.words = words;
    }

    @POST
    @Path("/badges/{badge}/share")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response create(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days) {
        HolderId holder = HolderPrincipal.of(request).holder();
        BadgePage page = SpacePages.badgePage(platform, badges, holder, id, check(label, days));
        if (!page.shareable()) {
            throw ProblemException.notFound();
        }
        if (!page.errors().isEmpty()) {
            return platform.pages().show(request, 422, "holder/badge", page);
        }
        IssuedCredential badge = page.badge();
        UUID link = share.share(
                holder,
                new ShareBadge.Wish(badge.organisation(), badge.id().value(), label.strip(), Integer.parseInt(days)));
        return platform.pages().seeOther("/me/links/" + link);
    }

    @GET
    @Path("/links/{link}")
    @Allowed(Permission.HOLDER)
    public Response link(@Context ContainerRequestContext request, @PathParam("link") String id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShareLinks.OwnShare own = badges.link(holder, uuid(id));
        IssuedCredential badge =
                badges.find(holder, new CredentialId(own.share().credential()));
        boolean open = own.share().isOpen(platform.clock().instant());
        String path = "/v/" + own.code().grouped();
        LinkPage page = new LinkPage(
                own.share(),
                badge,
                open,
                path,
                platform.settings().url(path),
                QrCode.of(platform.settings().url(path)),
                badge.displayedName() == null && open ? words.now(own.share().id()) : null);
        return platform.pages().show(request, "holder/link", page);
    }

    @POST
    @Path("/links/{link}/off")
    @Allowed(Permission.HOLDER)
    public Response off(@Context ContainerRequestContext request, @PathParam("link") String id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShareLinks.OwnShare own = badges.link(holder, uuid(id));
        share.switchOff(holder, own.share().id());
        return platform.pages().seeOther("/me/links/" + own.share().id());
    }

    private static Errors check(String label, String days) {
        Errors errors = Errors.none();
        if (label.isBlank()) {
            errors = errors.with("label", "holder.share.label-missing");
        }
        if (label.strip().length() > ShareBadge.MOST_LABEL) {
            errors = errors.with("label", "holder.share.label-long", ShareBadge.MOST_LABEL);
        }
        boolean fits = days.matches("[1-9]\\d{0,2}") && Integer.parseInt(days) <= ShareBadge.MOST_DAYS;
        return fits ? errors : errors.with("days", "holder.share.days-error");
    }

    private static UUID uuid(String text) {
        try {
            return Ids.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound();
        }
    }
}
