package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.share.Share;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.share.ShareLinks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The space: badges, private until shown, and when it was opened. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class SpacePages {
    private static final int VISITS = 50;

    private final Platform platform;
    private final HolderBadges badges;
    private final ShareBadge share;

    SpacePages(Platform platform, HolderBadges badges, ShareBadge share) {
        this.platform = platform;
        this.badges = badges;
        this.share = share;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response home(@Context ContainerRequestContext request) {
        HolderId holder = HolderPrincipal.of(request).holder();
        Instant now = platform.clock().instant();
        List<Share> open = badges.links(holder).stream()
                .map(ShareLinks.OwnShare::share)
                .filter(link -> link.isOpen(now))
                .toList();
        List<Space.Line> lines =
                badges.all(holder).stream().map(badge -> line(badge, open, now)).toList();
        return platform.pages().show(request, "holder/space", new Space(lines, open.size()));
    }

    @GET
    @Path("/history")
    @Allowed(Permission.HOLDER)
    public Response history(@Context ContainerRequestContext request) {
        HolderId holder = HolderPrincipal.of(request).holder();
        List<History.Visit> visits = platform
                .database()
                .inHolder(holder, handle -> handle.attach(HolderDao.class).visits(holder.value(), VISITS))
                .stream()
                .map(row -> new History.Visit(
                        row.at(), "holder.history." + row.how().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return platform.pages().show(request, "holder/history", new History(visits));
    }

    @POST
    @Path("/hide")
    @Allowed(Permission.HOLDER)
    public Response hide(@Context ContainerRequestContext request) {
        share.hideEverything(HolderPrincipal.of(request).holder());
        return platform.pages().seeOther("/me");
    }

    private static Space.Line line(IssuedCredential badge, List<Share> open, Instant now) {
        long shown = open.stream()
                .filter(link -> link.credential().equals(badge.id().value()))
                .count();
        return new Space.Line(badge, shown, now);
    }

    /**
     * The badges of the space.
     *
     * @param open how many links show something now
     */
    public record Space(List<Line> badges, int open) {

        /**
         * One badge.
         *
         * @param shown how many links show it now
         * @param at now
         */
        public record Line(IssuedCredential badge, long shown, Instant at) {
            /** What it is now, and since when. */
            public String state(PageContext context) {
                if (badge.state() == CredentialState.REVOKED) {
                    return context.t("holder.state.revoked", context.date(badge.revokedAt()));
                }
                if (!badge.released()) {
                    return context.t("holder.state.being-made");
                }
                return lapsed(badge, at)
                        ? context.t("holder.state.expired", context.date(badge.validUntil()))
                        : context.t("holder.badge.awarded", context.date(badge.awardedOn()));
            }
        }

        static boolean lapsed(IssuedCredential badge, Instant at) {
            return badge.validUntil() != null && !badge.validUntil().isAfter(at);
        }
    }

    /** When and how the space was opened. */
    public record History(List<Visit> visits) {

        /** One visit; {@code howKey} is a message key. */
        public record Visit(Instant at, String howKey) {}
    }
}
