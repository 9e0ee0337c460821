package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.holder.access.SpaceNotice;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.share.HideEverything;
import fr.badgesiae.api.share.ShowAgain;
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
import java.util.stream.Stream;

/** The badges of the space, private until a link shows them. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class SpacePages {
    private final Platform platform;
    private final ListBadges badges;
    private final HideEverything hide;
    private final ShowAgain again;

    public SpacePages(Platform platform, ListBadges badges, HideEverything hide, ShowAgain again) {
        this.platform = platform;
        this.badges = badges;
        this.hide = hide;
        this.again = again;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response home(@Context ContainerRequestContext request) {
        ListBadges.Listed listed = badges.apply(HolderPrincipal.of(request).holder());
        List<ListBadges.Line> lines = listed.badges();
        int open = listed.openLinks();
        Space page = new Space(
                lines.stream()
                        .map(line -> new Space.Line(
                                line.badge(),
                                line.openLinks(),
                                line.copies(),
                                line.expired(),
                                line.corrected(),
                                line.rewritten()))
                        .toList(),
                open,
                listed.hidden() && open == 0,
                listed.several(),
                platform.outbox().sendsAny() || listed.contact(),
                listed.notice());
        return platform.pages().show(request, "holder/space", page);
    }

    @POST
    @Path("/hide")
    @Allowed(Permission.HOLDER)
    public Response hide(@Context ContainerRequestContext request) {
        hide.apply(HolderPrincipal.of(request).holder());
        return platform.pages().seeOther("/me");
    }

    @POST
    @Path("/show-again")
    @Allowed(Permission.HOLDER)
    public Response showAgain(@Context ContainerRequestContext request) {
        again.apply(HolderPrincipal.of(request).holder());
        return platform.pages().seeOther("/me");
    }

    /**
     * The badges of the space.
     *
     * @param open how many links show a badge now
     * @param hidden whether all were hidden together, which can be undone
     * @param several whether there is a link to several badges, open or not
     * @param contacts whether messages are sent to holders, or were: whoever gave an address finds where to remove it
     * @param notice of the card and of a reopening
     */
    public record Space(
            List<Line> badges, int open, boolean hidden, boolean several, boolean contacts, SpaceNotice notice)
            implements Translated {
        /** How many badges everybody can read, in the form of Open Badges 2.0. */
        public long inPublic() {
            return badges.stream().filter(line -> line.badge().isPublic()).count();
        }

        /** How many copies of badges are in wallets or on paper. */
        public int copies() {
            return badges.stream().mapToInt(Line::copies).sum();
        }

        /** Whether nobody sees a badge but its holder and, each its own, the organisations. */
        public boolean isPrivate() {
            return open == 0 && inPublic() == 0 && copies() == 0;
        }

        /** Whether the space leads to the links to several badges: one may be left of those that such a link shows. */
        public boolean showsSeveral() {
            return several || badges.size() > 1;
        }

        /** Who sees the badges while no link shows one: the holder, and each organisation its own. */
        public String seenBy(PageContext context) {
            List<String> organisations = badges.stream()
                    .flatMap(line -> Stream.ofNullable(line.badge().seenBy()))
                    .distinct()
                    .toList();
            return switch (organisations.size()) {
                case 0 -> context.t("holder.space.private-alone");
                case 1 -> context.t("holder.space.private", organisations.get(0));
                default -> context.t("holder.space.private-several", String.join(", ", organisations));
            };
        }

        /**
         * One badge.
         *
         * @param shown how many links show it now
         * @param copies that are in wallets or on paper now
         * @param expired whether it is past its end
         * @param corrected whether it shows a corrected name since a short time
         * @param rewritten whether it has a corrected text since a short time
         */
        public record Line(
                HeldBadge badge, int shown, int copies, boolean expired, boolean corrected, boolean rewritten) {
            /** Whether it is not to be shown to somebody any more, or not now. */
            public boolean over() {
                return badge.revoked() || expired;
            }

            /** Its state in words, and since when. */
            public String state(PageContext reader) {
                PageContext context = reader.in(badge.zone());
                Instant revoked = badge.revokedAt();
                if (revoked != null) {
                    return context.t(badge.withdrawnKey(), context.date(revoked));
                }
                if (!badge.released()) {
                    return context.t("holder.state.being-made");
                }
                Instant end = badge.validUntil();
                return expired && end != null
                        ? context.t("holder.state.expired", context.date(end))
                        : context.t("holder.badge.awarded", context.date(badge.awardedOn()));
            }
        }
    }
}
