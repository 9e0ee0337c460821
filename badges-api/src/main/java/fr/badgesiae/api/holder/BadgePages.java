package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareBadge;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One badge of the space, and the form that makes a link to it. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class BadgePages {
    private final Platform platform;
    private final HolderBadges badges;
    private final ShareBadge share;

    BadgePages(Platform platform, HolderBadges badges, ShareBadge share) {
        this.platform = platform;
        this.badges = badges;
        this.share = share;
    }

    @GET
    @Path("/badges/{badge}")
    @Allowed(Permission.HOLDER)
    public Response badge(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        return platform.pages().show(request, "holder/badge", page(holder, id, Errors.none()));
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
        Detail page = page(holder, id, check(label, days));
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

    private Detail page(HolderId holder, CredentialId id, Errors errors) {
        IssuedCredential badge = badges.find(holder, id);
        Instant now = platform.clock().instant();
        List<Detail.Link> links = badges.links(holder, id).stream()
                .map(own -> new Detail.Link(
                        "/me/links/" + own.share().id(),
                        own.share().label(),
                        own.share().isOpen(now),
                        own.share().ends(),
                        own.share().views()))
                .toList();
        return new Detail(
                badge,
                SpacePages.Space.lapsed(badge, now),
                badges.awardedBy(badge),
                links,
                badge.state() == fr.badgesiae.api.credential.CredentialState.ISSUED
                        ? badges.withdrawUntil(holder, id).orElse(null)
                        : null,
                errors);
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

    /**
     * One badge of the space.
     *
     * @param lapsed whether its time is over
     * @param awardedBy whom to ask about it
     * @param withdrawUntil until when the holder may say that it was not their choice, or null
     */
    public record Detail(
            IssuedCredential badge,
            boolean lapsed,
            OrganisationProfile awardedBy,
            List<Link> links,
            Instant withdrawUntil,
            Errors errors) {

        /** One link that shows the badge, or did. */
        public record Link(String path, String label, boolean open, Instant ends, long views) {}

        public String path() {
            return "/me/badges/" + badge.id();
        }

        public boolean revoked() {
            return badge.state() == CredentialState.REVOKED;
        }

        /** Whether there is something to show. */
        public boolean shareable() {
            return badge.state() == CredentialState.ISSUED;
        }

        /** How long a link may show the badge, in days. */
        public Map<String, String> durations(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            for (int days : List.of(1, 7, 30, ShareBadge.DEFAULT_DAYS, 180, 365)) {
                options.put(Integer.toString(days), context.t("holder.share.days", days));
            }
            return options;
        }
    }
}
