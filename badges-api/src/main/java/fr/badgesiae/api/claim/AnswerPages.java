package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferText;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.ClaimPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
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

/** What the badge says, how the name appears, and the three answers; one idea a page. */
@Path("/claim/badge")
@Produces(MediaType.TEXT_HTML)
public final class AnswerPages {
    private final Platform platform;
    private final Offers offers;
    private final Organisations organisations;
    private final AcceptOffer accept;
    private final RefuseOffer refuse;

    AnswerPages(Platform platform, Offers offers, Organisations organisations, AcceptOffer accept, RefuseOffer refuse) {
        this.platform = platform;
        this.offers = offers;
        this.organisations = organisations;
        this.accept = accept;
        this.refuse = refuse;
    }

    @GET
    @Allowed(Permission.CLAIM)
    public Response text(@Context ContainerRequestContext request) {
        Offer offer = offer(request);
        if (!open(offer)) {
            return over(request, offer);
        }
        Text page =
                new Text(offer.text(), organisation(offer), offer.achievement().imageUrl(), inPerson(request));
        return platform.pages().show(request, "claim/text", page);
    }

    @GET
    @Path("/name")
    @Allowed(Permission.CLAIM)
    public Response name(
            @Context ContainerRequestContext request,
            @QueryParam("name") String name,
            @QueryParam("evidence") String evidence) {
        Offer offer = offer(request);
        if (!open(offer)) {
            return over(request, offer);
        }
        NameForm page = new NameForm(offer.text(), choice(name).name(), evidence != null, inPerson(request));
        return platform.pages().show(request, "claim/name", page);
    }

    @GET
    @Path("/answer")
    @Allowed(Permission.CLAIM)
    public Response answer(
            @Context ContainerRequestContext request,
            @QueryParam("name") String name,
            @QueryParam("evidence") String evidence) {
        Offer offer = offer(request);
        return open(offer) ? answers(request, 200, offer, choice(name), evidence != null, false) : over(request, offer);
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.CLAIM)
    public Response accept(
            @Context ContainerRequestContext request,
            @FormParam("name") String name,
            @FormParam("evidence") String evidence,
            @FormParam("shown") @DefaultValue("") String shown) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        AcceptOffer.Acceptance answer =
                new AcceptOffer.Acceptance(choice(name), evidence != null, shown, claim.witness());
        AcceptOffer.Outcome outcome = accept.accept(claim.organisation(), new OfferId(claim.offer()), answer);
        if (outcome instanceof AcceptOffer.TextChanged) {
            return answers(request, 409, offer(request), choice(name), evidence != null, true);
        }
        return platform.pages().seeOther("/claim/badge/next");
    }

    @GET
    @Path("/error")
    @Allowed(Permission.CLAIM)
    public Response error(@Context ContainerRequestContext request) {
        Offer offer = offer(request);
        return open(offer) ? errors(request, 200, offer, Errors.none()) : over(request, offer);
    }

    @POST
    @Path("/error")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.CLAIM)
    public Response dispute(@Context ContainerRequestContext request, @FormParam("error") String error) {
        Optional<Dispute> dispute = Arrays.stream(Dispute.values())
                .filter(value -> value.name().equals(error))
                .findFirst();
        if (dispute.isEmpty()) {
            return errors(request, 422, offer(request), Errors.of("error", "award.claim.error.choose"));
        }
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        refuse.dispute(claim.organisation(), new OfferId(claim.offer()), dispute.get());
        return platform.pages().seeOther("/claim/badge/next");
    }

    @GET
    @Path("/refuse")
    @Allowed(Permission.CLAIM)
    public Response askRefuse(@Context ContainerRequestContext request) {
        Offer offer = offer(request);
        Refusal page = new Refusal(offer.achievement().name());
        return open(offer) ? platform.pages().show(request, "claim/refuse", page) : over(request, offer);
    }

    @POST
    @Path("/refuse")
    @Allowed(Permission.CLAIM)
    public Response refuse(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        refuse.decline(claim.organisation(), new OfferId(claim.offer()));
        return platform.pages().seeOther("/claim/badge/next");
    }

    private Response answers(
            ContainerRequestContext request,
            int status,
            Offer offer,
            NameChoice choice,
            boolean evidence,
            boolean changed) {
        OfferText text = offer.text();
        Answer page = new Answer(
                text,
                organisation(offer),
                text.displayedName(choice),
                choice.name(),
                evidence && !text.evidence().isEmpty(),
                text.fingerprint(),
                changed);
        return platform.pages().show(request, status, "claim/answer", page);
    }

    private Response errors(ContainerRequestContext request, int status, Offer offer, Errors errors) {
        return platform.pages().show(request, status, "claim/error", new DisputeForm(offer.text(), errors));
    }

    /** The offer was answered or closed, here or elsewhere: what that means for whoever reads. */
    private Response over(ContainerRequestContext request, Offer offer) {
        OfferState state = offer.stateAt(platform.clock().instant());
        if (state == OfferState.ACCEPTED) {
            return platform.pages().seeOther("/claim/badge/next");
        }
        if (state == OfferState.OFFERED) {
            return paused(request);
        }
        String key = "award.claim." + state.name().toLowerCase(Locale.ROOT);
        return inPerson(request)
                ? platform.pages().seeOther("/claim/badge/next")
                : platform.pages()
                        .show(
                                request,
                                410,
                                "claim/closed",
                                new ClaimPages.Closed(key, "/claim", "award.claim.code.title"));
    }

    private Response paused(ContainerRequestContext request) {
        ClaimPages.Closed page = inPerson(request)
                ? new ClaimPages.Closed("award.claim.paused", "/signin/wake", "award.claim.done.wake")
                : new ClaimPages.Closed("award.claim.paused", "/claim", "award.claim.code.title");
        return platform.pages().show(request, 409, "claim/closed", page);
    }

    /** Whether it can be answered: it waits for that, and who made it may award. */
    private boolean open(Offer offer) {
        return offer.stateAt(platform.clock().instant()) == OfferState.OFFERED
                && platform.database()
                        .inOrganisation(
                                offer.organisation(), handle -> organisations.suspension(handle, offer.organisation()))
                        .isEmpty();
    }

    private Offer offer(ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        return platform.database()
                .inOrganisation(
                        claim.organisation(),
                        handle -> offers.find(handle, claim.organisation(), new OfferId(claim.offer())))
                .orElseThrow(ProblemException::notFound);
    }

    private String organisation(Offer offer) {
        return organisations
                .find(offer.organisation())
                .map(OrganisationProfile::publicName)
                .orElseThrow();
    }

    private static boolean inPerson(ContainerRequestContext request) {
        return ClaimPrincipal.of(request).witness() != null;
    }

    private static NameChoice choice(String name) {
        return Arrays.stream(NameChoice.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(NameChoice.FIRST_AND_INITIAL);
    }

    /** What the badge says about the worker. */
    public record Text(OfferText text, String organisation, String imageUrl, boolean inPerson) {}

    /** The choices: name and evidence. */
    public record NameForm(OfferText text, String name, boolean evidence, boolean inPerson) {

        /** The names to choose from, each as it would be shown. */
        public Map<String, String> options(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put(NameChoice.FIRST_AND_INITIAL.name(), text.shortName());
            options.put(NameChoice.FULL.name(), text.fullName());
            options.put(NameChoice.NONE.name(), context.t("award.claim.name.none"));
            return options;
        }
    }

    /** The three answers; {@code changed} when the words were corrected since they were shown. */
    public record Answer(
            OfferText text,
            String organisation,
            String displayedName,
            String name,
            boolean evidence,
            String fingerprint,
            boolean changed) {}

    /** What may be wrong. */
    public record DisputeForm(OfferText text, Errors errors) {

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
    public record Refusal(String badge) {}
}
