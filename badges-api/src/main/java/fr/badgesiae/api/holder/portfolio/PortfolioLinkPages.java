package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.share.LinkForms;
import fr.badgesiae.api.share.link.Share;
import fr.badgesiae.api.share.link.ShareLinkId;
import fr.badgesiae.api.share.words.MatchingWords;
import fr.badgesiae.api.share.words.PublicState;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link to several badges: what it shows, and the forms that stop it, bring it back and change it, as for a link to one. */
@Path("/me/portfolios/{portfolio}")
@Produces(MediaType.TEXT_HTML)
public final class PortfolioLinkPages {
    private final Platform platform;
    private final ShowPortfolio show;
    private final LinkForms forms;
    private final MatchingWords words;

    public PortfolioLinkPages(Platform platform, ShowPortfolio show, LinkForms forms, MatchingWords words) {
        this.platform = platform;
        this.show = show;
        this.forms = forms;
        this.words = words;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response link(@Context ContainerRequestContext request, @PathParam("portfolio") ShareLinkId id) {
        ShowPortfolio.Shown shown = show.apply(holder(request), id.value());
        Instant now = platform.clock().instant();
        boolean open = shown.open(now);
        String path = "/v/" + shown.code().grouped();
        String address = platform.settings().url(path);
        PageContext context = platform.pages().translated(request);
        List<Detail.Badge> badges =
                shown.badges().stream().map(badge -> badge(badge, context, now)).toList();
        boolean unnamed = shown.badges().stream().anyMatch(badge -> badge.shownName() == null);
        Detail page = new Detail(
                path(shown.id()),
                shown.label(),
                shown.message(),
                open,
                shown.switchedOff() != null,
                shown.ends(),
                Share.undoableUntil(open ? now : shown.switchedOff(), shown.ends(), now),
                path,
                address,
                shown.code().grouped(),
                QrCode.of(address),
                open && unnamed ? words.now(shown.id()) : null,
                shown.views(),
                shown.lastViewed(),
                String.join(", ", shown.networks()),
                shown.showsNetworks(),
                badges);
        return platform.pages().show(context, 200, "holder/portfolio", page);
    }

    private static Detail.Badge badge(ShowPortfolio.Badge badge, PageContext reader, Instant now) {
        return new Detail.Badge(
                "/me/badges/" + badge.id(),
                badge.name(),
                badge.issuer(),
                badge.shownName(),
                badge.evidence(),
                PublicState.of(reader.in(badge.zone()), badge.revokedAt(), badge.paused(), badge.validUntil(), now));
    }

    @GET
    @Path("/change")
    @Allowed(Permission.HOLDER)
    public Response changing(@Context ContainerRequestContext request, @PathParam("portfolio") ShareLinkId id) {
        return forms.changing(platform.pages().translated(request), link(holder(request), id));
    }

    @POST
    @Path("/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("portfolio") ShareLinkId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days) {
        PageContext context = platform.pages().translated(request);
        return forms.change(request, context, link(holder(request), id), label, days);
    }

    private LinkForms.Link link(HolderId holder, ShareLinkId id) {
        ShowPortfolio.Shown shown = show.apply(holder, id.value());
        return new LinkForms.Link(shown.id(), path(shown.id()), shown.label(), shown.ends(), shown.switchedOff());
    }

    @POST
    @Path("/off")
    @Allowed(Permission.HOLDER)
    public Response off(@Context ContainerRequestContext request, @PathParam("portfolio") ShareLinkId id) {
        return forms.off(request, id.value(), path(id.value()));
    }

    @POST
    @Path("/on")
    @Allowed(Permission.HOLDER)
    public Response on(@Context ContainerRequestContext request, @PathParam("portfolio") ShareLinkId id) {
        return forms.on(request, id.value(), path(id.value()));
    }

    /** @param shown {@code true} to name the organisations' networks on the pages behind the link */
    @POST
    @Path("/network")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response network(
            @Context ContainerRequestContext request,
            @PathParam("portfolio") ShareLinkId id,
            @FormParam("shown") @DefaultValue("false") boolean shown) {
        return forms.network(request, id.value(), path(id.value()), shown);
    }

    private static HolderId holder(ContainerRequestContext request) {
        return HolderPrincipal.of(request).holder();
    }

    private static String path(UUID link) {
        return "/me/portfolios/" + link;
    }

    /**
     * One link to several badges.
     *
     * @param self of this page
     * @param message the holder's own words, or null
     * @param stopped whether its holder switched it off; false for one that has ended
     * @param undoableUntil until when a link that was switched off, or is switched off now, can be switched on again, or null
     * @param path of the public page
     * @param address of the public page in full
     * @param code in groups, as it is typed
     * @param words the two words of this minute where some badge shows no name, or null
     * @param lastViewed when somebody last looked, or null
     * @param networks of the organisations; empty for none
     */
    public record Detail(
            String self,
            String label,
            @Nullable String message,
            boolean open,
            boolean stopped,
            Instant ends,
            @Nullable Instant undoableUntil,
            String path,
            String address,
            String code,
            QrCode qr,
            @Nullable String words,
            long views,
            @Nullable Instant lastViewed,
            String networks,
            boolean showsNetworks,
            List<Badge> badges)
            implements Translated {

        /** Whether some badge shows a name: the reader compares that one without the words. */
        public boolean named() {
            return badges.stream().anyMatch(badge -> badge.shownName() != null);
        }

        /**
         * One badge of the link.
         *
         * @param path of the badge in the space
         * @param shownName the name of the person that the link shows, or null
         * @param reads what people read of a badge that no longer counts, or null
         */
        public record Badge(
                String path,
                String name,
                String issuer,
                @Nullable String shownName,
                boolean evidence,
                @Nullable String reads) {}
    }
}
