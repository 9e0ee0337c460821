package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferCard;
import fr.badgesiae.api.offer.text.OfferText;
import fr.badgesiae.api.person.NameInText;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.ClaimPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.verification.BadgeCard;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text of the badge, the form of the name, and the three answers; one idea a page. */
@Path("/claim/badge")
@Produces(MediaType.TEXT_HTML)
public final class AnswerPages {
    private final Platform platform;
    private final ShowClaim show;
    private final AcceptOffer accept;
    private final DisputeOffer dispute;
    private final DeclineOffer decline;

    AnswerPages(Platform platform, ShowClaim show, AcceptOffer accept, DisputeOffer dispute, DeclineOffer decline) {
        this.platform = platform;
        this.show = show;
        this.accept = accept;
        this.dispute = dispute;
        this.decline = decline;
    }

    @GET
    @Allowed(Permission.CLAIM)
    public Response text(@Context ContainerRequestContext request) {
        return open(request, claim -> {
            Offer offer = claim.offer();
            Text page = new Text(
                    OfferCard.of(
                            offer.achievement(),
                            offer.text(),
                            ClaimPrincipal.of(request).zone(),
                            platform.clock().instant(),
                            platform.settings()),
                    claim,
                    "/issuers/" + offer.organisation(),
                    inPerson(request));
            return platform.pages().show(request, "claim/text", page);
        });
    }

    @GET
    @Path("/name")
    @Allowed(Permission.CLAIM)
    public Response name(
            @Context ContainerRequestContext request,
            @QueryParam("name") @Nullable String name,
            @QueryParam("evidence") @Nullable String evidence) {
        return open(request, claim -> {
            NameForm page = new NameForm(
                    claim.offer().text(),
                    choice(name).name(),
                    evidence != null,
                    ClaimPrincipal.of(request).place(),
                    inPerson(request));
            return platform.pages().show(request, "claim/name", page);
        });
    }

    @GET
    @Path("/answer")
    @Allowed(Permission.CLAIM)
    public Response answer(
            @Context ContainerRequestContext request,
            @QueryParam("name") @Nullable String name,
            @QueryParam("evidence") @Nullable String evidence) {
        return open(request, claim -> answers(request, 200, claim, choice(name), evidence != null, false));
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.CLAIM)
    public Response accept(
            @Context ContainerRequestContext request,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("shown") @DefaultValue("") String shown) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        AcceptOffer.Acceptance answer =
                new AcceptOffer.Acceptance(choice(name), evidence != null, shown, claim.witness());
        return accept.apply(claim.organisation(), new OfferId(claim.offer()), answer)
                .fold(new AcceptOffer.Cases<>() {
                    @Override
                    public Response accepted(AcceptOffer.Accepted accepted) {
                        return next();
                    }

                    @Override
                    public Response textChanged() {
                        return open(
                                request, now -> answers(request, 409, now, answer.name(), answer.showEvidence(), true));
                    }

                    @Override
                    public Response paused() {
                        return next();
                    }

                    @Override
                    public Response closed(OfferState state) {
                        return next();
                    }
                });
    }

    @GET
    @Path("/error")
    @Allowed(Permission.CLAIM)
    public Response error(@Context ContainerRequestContext request) {
        return open(request, claim -> errors(request, 200, claim, Errors.none()));
    }

    @POST
    @Path("/error")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.CLAIM)
    public Response dispute(@Context ContainerRequestContext request, @FormParam("error") @Nullable String error) {
        Optional<Dispute> chosen = Arrays.stream(Dispute.values())
                .filter(value -> value.name().equals(error))
                .findFirst();
        if (chosen.isEmpty()) {
            return open(request, claim -> errors(request, 422, claim, Errors.of("error", "award.claim.error.choose")));
        }
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        dispute.apply(claim.organisation(), new OfferId(claim.offer()), chosen.get());
        return next();
    }

    @GET
    @Path("/refuse")
    @Allowed(Permission.CLAIM)
    public Response askRefuse(@Context ContainerRequestContext request) {
        return open(request, claim -> {
            Refusal page = new Refusal(claim.offer().achievement().name());
            return platform.pages().show(request, "claim/refuse", page);
        });
    }

    @POST
    @Path("/refuse")
    @Allowed(Permission.CLAIM)
    public Response refuse(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        decline.apply(claim.organisation(), new OfferId(claim.offer()));
        return next();
    }

    /** The page of an open claim; otherwise, what became of its offer. */
    private Response open(ContainerRequestContext request, Function<ShowClaim.Open, Response> page) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        return show.apply(claim.organisation(), new OfferId(claim.offer())).fold(new ShowClaim.Cases<>() {
            @Override
            public Response open(ShowClaim.Open open) {
                return page.apply(open);
            }

            @Override
            public Response paused(boolean badge) {
                String key = badge ? "award.claim.renewed-paused" : "award.claim.paused";
                return platform.pages()
                        .show(request, 409, "claim/closed", ClaimPages.Closed.of(key, ClaimPrincipal.of(request)));
            }

            @Override
            public Response closed(OfferState state) {
                if (state == OfferState.ACCEPTED || (inPerson(request) && state != OfferState.CANCELLED)) {
                    return next();
                }
                String key = "award.claim." + state.name().toLowerCase(Locale.ROOT);
                return platform.pages()
                        .show(request, 410, "claim/closed", ClaimPages.Closed.of(key, ClaimPrincipal.of(request)));
            }
        });
    }

    private Response next() {
        return platform.pages().seeOther("/claim/badge/next");
    }

    private Response answers(
            ContainerRequestContext request,
            int status,
            ShowClaim.Open claim,
            NameChoice choice,
            boolean evidence,
            boolean changed) {
        OfferText text = claim.offer().text();
        Answer page = new Answer(
                text,
                claim.organisation(),
                text.displayedName(choice),
                choice.name(),
                evidence && !text.evidence().isEmpty(),
                text.fingerprint(),
                changed);
        return platform.pages().show(request, status, "claim/answer", page);
    }

    private Response errors(ContainerRequestContext request, int status, ShowClaim.Open claim, Errors errors) {
        DisputeForm page = new DisputeForm(claim.offer().text(), errors);
        return platform.pages().show(request, status, "claim/error", page);
    }

    private static boolean inPerson(ContainerRequestContext request) {
        return ClaimPrincipal.of(request).witness() != null;
    }

    private static NameChoice choice(@Nullable String name) {
        return Arrays.stream(NameChoice.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(NameChoice.FIRST_AND_INITIAL);
    }

    /** The text of the badge. */
    public record Text(BadgeCard card, ShowClaim.Open claim, String issuerPath, boolean inPerson)
            implements Translated {}

    /** The form of the name and of the evidence. */
    public record NameForm(OfferText text, String name, boolean evidence, String organisation, boolean inPerson)
            implements Translated {

        /** The names to choose from, each as it would be shown. */
        public Map<String, String> options(PageContext context) {
            return NameChoice.options(text.shortName(), text.fullName(), context.t("award.claim.name.none"));
        }

        public boolean nameInText() {
            return NameInText.of(text.fullName(), text.narrative());
        }
    }

    /** The three answers; {@code changed} when the words were corrected since they were shown. */
    public record Answer(
            OfferText text,
            String organisation,
            @Nullable String displayedName,
            String name,
            boolean evidence,
            String fingerprint,
            boolean changed)
            implements Translated {}

    /** The form of a dispute. */
    public record DisputeForm(OfferText text, Errors errors) implements Translated {
        /** The errors to choose from. */
        public Map<String, String> options(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            for (Dispute dispute : Dispute.values()) {
                options.put(dispute.name(), context.t(dispute.key()));
            }
            return options;
        }
    }

    /** The question before an offer is declined. */
    public record Refusal(String badge) implements Translated {}
}
