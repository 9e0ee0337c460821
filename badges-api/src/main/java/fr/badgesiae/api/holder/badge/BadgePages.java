package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.PublicState;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.verification.Written;
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
import org.jspecify.annotations.Nullable;

/** One badge of the space, and the form that makes a link to it. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class BadgePages {
    private final Platform platform;
    private final ShowBadge show;
    private final ShareBadge share;

    public BadgePages(Platform platform, ShowBadge show, ShareBadge share) {
        this.platform = platform;
        this.show = show;
        this.share = share;
    }

    @GET
    @Path("/badges/{badge}")
    @Allowed(Permission.HOLDER)
    public Response badge(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return show(request, 200, show.apply(HolderPrincipal.of(request).holder(), id), Errors.none());
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
        Errors errors = check(label, days);
        if (errors.isEmpty()) {
            UUID link = share.apply(holder, new ShareBadge.Wish(id, label.strip(), Integer.parseInt(days)));
            return platform.pages().seeOther("/me/links/" + link);
        }
        ShowBadge.Shown shown = show.apply(holder, id);
        if (!shown.badge().inForce()) {
            throw ProblemException.notFound();
        }
        return show(request, 422, shown, errors);
    }

    private Response show(ContainerRequestContext request, int status, ShowBadge.Shown shown, Errors errors) {
        PageContext context = platform.pages().context(request).in(shown.badge().zone());
        return platform.pages().show(context, status, "holder/badge", page(context, shown, errors));
    }

    private Detail page(PageContext context, ShowBadge.Shown shown, Errors errors) {
        HeldBadge badge = shown.badge();
        List<Detail.Link> links = shown.links().stream()
                .map(link ->
                        new Detail.Link("/me/links/" + link.id(), link.label(), link.open(), link.ends(), link.views()))
                .toList();
        return new Detail(
                shown.badge(),
                shown.document()
                        .map(document -> Written.of(
                                document, platform.settings(), shown.badge().zone()))
                        .orElse(null),
                shown.expired(),
                PublicState.of(
                        context,
                        badge.revokedAt(),
                        badge.validUntil(),
                        platform.clock().instant()),
                shown.contact(),
                links,
                shown.withdrawUntil().orElse(null),
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
     * @param written what the badge says; null until it is released
     * @param expired whether it is past its end
     * @param reads what people read of a badge that no longer counts, or null
     * @param contact whom to ask about it
     * @param withdrawUntil until when the holder may withdraw their acceptance, or null
     */
    public record Detail(
            HeldBadge badge,
            @Nullable Written written,
            boolean expired,
            @Nullable String reads,
            BadgeContact contact,
            List<Link> links,
            @Nullable Instant withdrawUntil,
            Errors errors) {

        /** One link to the badge, open or not. */
        public record Link(String path, String label, boolean open, Instant ends, long views) {}

        public String path() {
            return "/me/badges/" + badge.id();
        }

        /** The durations of a link that the form proposes, in days. */
        public Map<String, String> durations(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            for (int days : List.of(1, 7, 30, ShareBadge.DEFAULT_DAYS, 180, 365)) {
                options.put(Integer.toString(days), context.t("holder.share.days", days));
            }
            return options;
        }
    }
}
