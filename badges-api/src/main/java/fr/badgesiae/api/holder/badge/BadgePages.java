package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.share.ShareLinkPages;
import fr.badgesiae.api.share.ShareLinks;
import fr.badgesiae.api.share.words.PublicState;
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
    private final FindSuccessor successor;
    private final ShareBadge share;

    public BadgePages(Platform platform, ShowBadge show, FindSuccessor successor, ShareBadge share) {
        this.platform = platform;
        this.show = show;
        this.successor = successor;
        this.share = share;
    }

    @GET
    @Path("/badges/{badge}")
    @Allowed(Permission.HOLDER)
    public Response badge(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowBadge.Shown shown;
        try {
            shown = show.apply(holder, id);
        } catch (ProblemException absent) {
            CredentialId now = successor.apply(holder, id).orElseThrow(() -> absent);
            return platform.pages().seeOther("/me/badges/" + now);
        }
        return show(request, 200, shown, ShareForm.of(shown.choices().orElse(null)), Errors.none(), null);
    }

    @POST
    @Path("/badges/{badge}/share")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response create(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("read") @DefaultValue("") String read) {
        ShareForm form = new ShareForm(label, days, name, evidence, read);
        HolderId holder = HolderPrincipal.of(request).holder();
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return again(request, 422, holder, id, form, errors, null);
        }
        return share.apply(holder, form.wish(id)).fold(new ShareBadge.Cases<>() {
            @Override
            public Response made(UUID link) {
                return platform.pages().seeOther("/me/links/" + link);
            }

            @Override
            public Response notMade(EditionProblem problem) {
                return again(request, 409, holder, id, form, Errors.none(), problem);
            }

            @Override
            public Response tooMany() {
                Errors full = Errors.of("", "holder.share.too-many", ShareLinks.MOST_OPEN);
                return again(request, 422, holder, id, form, full, null);
            }
        });
    }

    /** The form again with what was written, after a preview. */
    @POST
    @Path("/badges/{badge}/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response form(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("read") @DefaultValue("") String read) {
        ShareForm form = new ShareForm(label, days, name, evidence, read);
        return again(request, 200, HolderPrincipal.of(request).holder(), id, form, Errors.none(), null);
    }

    /** The page with what was written, and what is wrong with it. */
    private Response again(
            ContainerRequestContext request,
            int status,
            HolderId holder,
            CredentialId id,
            ShareForm form,
            Errors errors,
            @Nullable EditionProblem problem) {
        // The name may have been corrected since the form was shown.
        CredentialId standing = successor.apply(holder, id).orElse(id);
        return show(request, status, show.apply(holder, standing).requireInForce(), form, errors, problem);
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            ShowBadge.Shown shown,
            ShareForm form,
            Errors errors,
            @Nullable EditionProblem problem) {
        PageContext context =
                platform.pages().translated(request).in(shown.badge().zone());
        return platform.pages().show(context, status, "holder/badge", page(context, shown, form, errors, problem));
    }

    private Detail page(
            PageContext context,
            ShowBadge.Shown shown,
            ShareForm form,
            Errors errors,
            @Nullable EditionProblem problem) {
        HeldBadge badge = shown.badge();
        List<Detail.Link> links = shown.links().stream()
                .map(link -> new Detail.Link(
                        (link.several() ? "/me/portfolios/" : "/me/links/") + link.id(),
                        link.label(),
                        link.open(),
                        link.ends(),
                        link.views(),
                        link.name(),
                        link.evidence()))
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
                        badge.paused(),
                        badge.validUntil(),
                        platform.clock().instant()),
                shown.contact(),
                links,
                shown.withdrawUntil().orElse(null),
                shown.choices().orElse(null),
                shown.copies(),
                form,
                errors,
                problem);
    }

    /**
     * One badge of the space.
     *
     * @param written what the badge says; null until it is released
     * @param expired whether it is past its end
     * @param reads what people read of a badge that no longer counts, or null
     * @param contact whom to ask about it
     * @param withdrawUntil until when the holder may withdraw their acceptance, or null
     * @param choices what a new link can show, or null when that cannot be chosen
     * @param copies in wallets
     * @param form as it was sent, or as it begins
     * @param problem why no link was made, or null
     */
    public record Detail(
            HeldBadge badge,
            @Nullable Written written,
            boolean expired,
            @Nullable String reads,
            BadgeContact contact,
            List<Link> links,
            @Nullable Instant withdrawUntil,
            @Nullable ShareChoices choices,
            List<WalletCopy> copies,
            ShareForm form,
            Errors errors,
            @Nullable EditionProblem problem)
            implements Translated {

        /**
         * One link to the badge, open or not.
         *
         * @param name that it shows, or null
         */
        public record Link(
                String path,
                String label,
                boolean open,
                Instant ends,
                long views,
                @Nullable String name,
                boolean evidence) {}

        public String path() {
            return "/me/badges/" + badge.id();
        }

        /** The links by which somebody can read the badge now. */
        public List<Link> openLinks() {
            return links.stream().filter(Link::open).toList();
        }

        /** Those that show nothing any more. */
        public List<Link> closedLinks() {
            return links.stream().filter(link -> !link.open()).toList();
        }

        /** Whether a copy shows a name that the badge does not show any more. */
        public boolean former(WalletCopy copy) {
            String name = copy.name();
            return choices != null
                    && name != null
                    && !name.equals(choices.fullName())
                    && !name.equals(choices.shortName());
        }

        /** The forms of the name that a link can show. */
        public Map<String, String> names(PageContext context, ShareChoices choices) {
            return NameChoice.options(choices.shortName(), choices.fullName(), context.t("holder.share.name.none"));
        }

        /** The durations of a link that the form proposes, in days. */
        public Map<String, String> durations(PageContext context) {
            return ShareLinkPages.durations(context);
        }
    }
}
