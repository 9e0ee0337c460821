package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrCode;
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

/** One of the holder's share links: its address, its end, its counter and its off switch. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class ShareLinkPages {
    private final Platform platform;
    private final ShareLinks links;
    private final ShowShareLink show;
    private final ShareBadge share;
    private final MatchingWords words;

    ShareLinkPages(Platform platform, ShareLinks links, ShowShareLink show, ShareBadge share, MatchingWords words) {
        this.platform = platform;
        this.links = links;
        this.show = show;
        this.share = share;
        this.words = words;
    }

    @GET
    @Path("/links/{link}")
    @Allowed(Permission.HOLDER)
    public Response link(@Context ContainerRequestContext request, @PathParam("link") String id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowShareLink.Shown shown = show.apply(holder, uuid(id));
        ShareLinks.OwnShare own = shown.own();
        IssuedCredential badge = shown.badge();
        boolean open = own.share().isOpen(platform.clock().instant());
        String path = "/v/" + own.code().grouped();
        Detail page = new Detail(
                own.share(),
                badge,
                open,
                path,
                platform.settings().url(path),
                QrCode.of(platform.settings().url(path)),
                badge.displayedName() == null && open ? words.now(own.share().id()) : null);
        return platform.pages().show(request, "share/link", page);
    }

    @POST
    @Path("/links/{link}/off")
    @Allowed(Permission.HOLDER)
    public Response off(@Context ContainerRequestContext request, @PathParam("link") String id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShareLinks.OwnShare own = links.find(holder, uuid(id));
        share.switchOff(holder, own.share().id());
        return platform.pages().seeOther("/me/links/" + own.share().id());
    }

    private static UUID uuid(String text) {
        try {
            return Ids.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound();
        }
    }

    /**
     * One share link.
     *
     * @param path of the page it leads to
     * @param address the same in full
     * @param words the two words of this minute for a badge without a name, or null
     */
    public record Detail(
            Share share, IssuedCredential badge, boolean open, String path, String address, QrCode qr, String words) {}
}
