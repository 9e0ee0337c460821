package fr.badgesiae.api.share;

import fr.badgesiae.api.document.CvEntry;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.qr.QrCode;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One share link of the holder: its address, its end, its number of views, and the form that switches it off or on again. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class ShareLinkPages {
    private static final int[] PROPOSED_DAYS = {1, 7, 30, ShareBadge.DEFAULT_DAYS, 180, 365};

    private final Platform platform;
    private final ShowShareLink show;
    private final LinkForms forms;
    private final MatchingWords words;

    ShareLinkPages(Platform platform, ShowShareLink show, LinkForms forms, MatchingWords words) {
        this.platform = platform;
        this.show = show;
        this.forms = forms;
        this.words = words;
    }

    @GET
    @Path("/links/{link}")
    @Allowed(Permission.HOLDER)
    public Response link(@Context ContainerRequestContext request, @PathParam("link") ShareLinkId id) {
        ShowShareLink.Shown shown = show.apply(HolderPrincipal.of(request).holder(), id.value());
        Instant now = platform.clock().instant();
        boolean open = shown.share().isOpen(now);
        String path = "/v/" + shown.code().grouped();
        String address = platform.settings().url(path);
        PageContext context = context(request, shown);
        Detail page = new Detail(
                shown.share(),
                "/me/badges/" + shown.badge(),
                shown.badgeName(),
                shown.name(),
                shown.evidence(),
                PublicState.of(context, shown.revokedAt(), shown.paused(), shown.validUntil(), now),
                open,
                open ? shown.share().undoableIfSwitchedOff(now) : shown.share().undoableUntil(now),
                path,
                address,
                shown.code().grouped(),
                QrCode.of(address),
                open && shown.name() == null ? words.now(shown.share().id()) : null,
                shown.lastViewed(),
                cv(context.complete(), shown, address),
                shown.network(),
                shown.showsNetwork());
        return platform.pages().show(context, 200, "share/link", page);
    }

    private static CvEntry cv(PageContext context, ShowShareLink.Shown shown, String address) {
        Instant until = shown.validUntil();
        return CvEntry.of(
                context.t("holder.cv.line", shown.badgeName(), shown.issuer(), context.date(shown.awardedOn())),
                context.t("holder.cv.verify"),
                shown.badgeName(),
                shown.issuer(),
                shown.awardedOn(),
                until == null ? null : shown.zone().day(until),
                address,
                shown.code().grouped());
    }

    @GET
    @Path("/links/{link}/change")
    @Allowed(Permission.HOLDER)
    public Response changing(@Context ContainerRequestContext request, @PathParam("link") ShareLinkId id) {
        ShowShareLink.Shown shown = show.apply(HolderPrincipal.of(request).holder(), id.value());
        return forms.changing(context(request, shown), link(shown));
    }

    @POST
    @Path("/links/{link}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("link") ShareLinkId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days) {
        ShowShareLink.Shown shown = show.apply(HolderPrincipal.of(request).holder(), id.value());
        return forms.change(request, context(request, shown), link(shown), label, days);
    }

    private PageContext context(ContainerRequestContext request, ShowShareLink.Shown shown) {
        return platform.pages().translated(request).in(shown.zone());
    }

    private static LinkForms.Link link(ShowShareLink.Shown shown) {
        Share share = shown.share();
        return new LinkForms.Link(share.id(), path(share.id()), share.label(), share.ends(), share.switchedOff());
    }

    private static String path(UUID link) {
        return "/me/links/" + link;
    }

    /** The durations of a link that forms propose, in days. */
    public static Map<String, String> durations(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int days : PROPOSED_DAYS) {
            options.put(Integer.toString(days), context.t("holder.share.days", days));
        }
        return options;
    }

    /**
     * The form that changes a link.
     *
     * @param ends as it is, or null for a link that has ended
     */
    public record Change(String path, @Nullable Instant ends, String label, String days, Errors errors)
            implements Translated {
        public Map<String, String> durations(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            if (ends != null) {
                options.put("", context.t("holder.change.keep", context.date(ends)));
            }
            options.putAll(ShareLinkPages.durations(context));
            return options;
        }
    }

    @POST
    @Path("/links/{link}/off")
    @Allowed(Permission.HOLDER)
    public Response off(@Context ContainerRequestContext request, @PathParam("link") ShareLinkId id) {
        return forms.off(request, id.value(), path(id.value()));
    }

    /** @param shown {@code true} to name the organisation's network on the page behind the link */
    @POST
    @Path("/links/{link}/network")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response network(
            @Context ContainerRequestContext request,
            @PathParam("link") ShareLinkId id,
            @FormParam("shown") @DefaultValue("false") boolean shown) {
        return forms.network(request, id.value(), path(id.value()), shown);
    }

    @POST
    @Path("/links/{link}/on")
    @Allowed(Permission.HOLDER)
    public Response on(@Context ContainerRequestContext request, @PathParam("link") ShareLinkId id) {
        return forms.on(request, id.value(), path(id.value()));
    }

    /**
     * One share link.
     *
     * @param badgePath of the badge in the space
     * @param badge the name of the badge
     * @param name the name that the link shows, or null
     * @param evidence whether it shows the evidence
     * @param reads what people read of a badge that no longer counts, or null
     * @param undoableUntil until when a link that was switched off, or is switched off now, can be switched on again, or null
     * @param path of the public page
     * @param address of the public page in full
     * @param code in groups, as it is typed
     * @param words the two words of this minute for a badge without a name, or null
     * @param lastViewed when somebody last looked, or null
     * @param network the network of the organisation, or null
     * @param showsNetwork whether the page behind the link names it
     */
    public record Detail(
            Share share,
            String badgePath,
            String badge,
            @Nullable String name,
            boolean evidence,
            @Nullable String reads,
            boolean open,
            @Nullable Instant undoableUntil,
            String path,
            String address,
            String code,
            QrCode qr,
            @Nullable String words,
            @Nullable Instant lastViewed,
            CvEntry cv,
            @Nullable String network,
            boolean showsNetwork)
            implements Translated {}
}
