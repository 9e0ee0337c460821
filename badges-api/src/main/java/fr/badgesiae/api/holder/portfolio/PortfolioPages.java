package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.share.ShareLinkPages;
import fr.badgesiae.api.share.ShareLinks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links to several badges, and the form that makes one. */
@Path("/me/portfolios")
@Produces(MediaType.TEXT_HTML)
public final class PortfolioPages {
    private final Platform platform;
    private final ListShareable list;
    private final MakePortfolio make;

    public PortfolioPages(Platform platform, ListShareable list, MakePortfolio make) {
        this.platform = platform;
        this.list = list;
        this.make = make;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response list(@Context ContainerRequestContext request) {
        ListShareable.Listed listed = list.apply(HolderPrincipal.of(request).holder());
        return show(request, 200, listed, PortfolioForm.of(listed.badges()), Errors.none(), null);
    }

    /** @param badges each as {@link ShareableBadge#value} says */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response make(
            @Context ContainerRequestContext request,
            @FormParam("badges") List<String> badges,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("message") @DefaultValue("") String message,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days) {
        PortfolioForm form = new PortfolioForm(badges, name, evidence, message, label, days);
        HolderId holder = HolderPrincipal.of(request).holder();
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return show(request, 422, list.apply(holder), form, errors, null);
        }
        return make.apply(holder, form.wish()).fold(new MakePortfolio.Cases<>() {
            @Override
            public Response made(UUID link) {
                return platform.pages().seeOther("/me/portfolios/" + link);
            }

            @Override
            public Response notSigned(String badge, EditionProblem problem) {
                return show(request, 409, list.apply(holder), form, Errors.none(), new Problem(badge, problem));
            }

            @Override
            public Response showsMore(String badge) {
                Errors more = Errors.of("badges", "holder.portfolio.shows-more", badge);
                return show(request, 422, list.apply(holder), form, more, null);
            }

            @Override
            public Response tooMany() {
                Errors full = Errors.of("", "holder.share.too-many", ShareLinks.MOST_OPEN);
                return show(request, 422, list.apply(holder), form, full, null);
            }
        });
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            ListShareable.Listed listed,
            PortfolioForm form,
            Errors errors,
            @Nullable Problem problem) {
        List<Several.Link> links = listed.links().stream()
                .map(link -> new Several.Link(
                        "/me/portfolios/" + link.id(),
                        link.label(),
                        link.open(),
                        link.ends(),
                        link.badges(),
                        link.views()))
                .toList();
        Several page = new Several(listed.badges(), links, form, errors, problem);
        return platform.pages().show(platform.pages().translated(request), status, "holder/portfolios", page);
    }

    /** Why no link was made: the badge, and what is the matter with it. */
    public record Problem(String badge, EditionProblem problem) {}

    /**
     * The badges that can be shown together, and the links that do.
     *
     * @param form as it was sent, or as it begins
     * @param problem why no link was made, or null
     */
    public record Several(
            List<ShareableBadge> badges,
            List<Link> links,
            PortfolioForm form,
            Errors errors,
            @Nullable Problem problem) implements Translated {

        /** One link, open or not. */
        public record Link(String path, String label, boolean open, Instant ends, int badges, long views) {}

        /** The forms of the name; organisations may write it differently. */
        public Map<String, String> names(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            for (NameChoice choice : NameChoice.values()) {
                String names = choices()
                        .map(one -> choice.of(one.shortName(), one.fullName()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(" / "));
                options.put(
                        choice.name(),
                        choice == NameChoice.NONE
                                ? context.t("holder.share.name.none")
                                : names.isEmpty() ? context.t("holder.portfolio.name." + choice.name()) : names);
            }
            return options;
        }

        /** Whether a link can show what was seen for some badge. */
        public boolean hasEvidence() {
            return badges.stream().anyMatch(ShareableBadge::hasEvidence);
        }

        /** Whether the words of a badge name the person, whatever is chosen. */
        public boolean nameInText() {
            return choices().anyMatch(ShareChoices::nameInText);
        }

        /** Whether what was seen for a badge names the person. */
        public boolean nameInEvidence() {
            return choices().anyMatch(ShareChoices::nameInEvidence);
        }

        private Stream<ShareChoices> choices() {
            return badges.stream().flatMap(badge -> Stream.ofNullable(badge.choices()));
        }

        /** The durations that the form proposes, in days. */
        public Map<String, String> durations(PageContext context) {
            return ShareLinkPages.durations(context);
        }
    }
}
