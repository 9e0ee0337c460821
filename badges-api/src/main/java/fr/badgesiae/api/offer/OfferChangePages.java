package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
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

/** Changes to an offer at the desk: cancel it, replace its slip, correct its words. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferChangePages {
    private final Platform platform;
    private final ShowOffer show;
    private final CancelOffer cancel;
    private final ReissueOffer reissue;
    private final CorrectOffer correct;

    OfferChangePages(
            Platform platform, ShowOffer show, CancelOffer cancel, ReissueOffer reissue, CorrectOffer correct) {
        this.platform = platform;
        this.show = show;
        this.cancel = cancel;
        this.reissue = reissue;
        this.correct = correct;
    }

    @GET
    @Path("/{offer}/cancel")
    @Allowed(Permission.AWARD)
    public Response askCancel(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return confirm(request, find(request, id), "cancel");
    }

    @POST
    @Path("/{offer}/cancel")
    @Allowed(Permission.AWARD)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        cancel.apply(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/offers/" + id, "award.done.cancelled");
    }

    @GET
    @Path("/{offer}/reissue")
    @Allowed(Permission.AWARD)
    public Response askReissue(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        return confirm(request, changeable(request, id), "reissue");
    }

    @POST
    @Path("/{offer}/reissue")
    @Allowed(Permission.AWARD)
    public Response reissue(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        reissue.apply(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/offers/" + id, "award.done.reissued");
    }

    @GET
    @Path("/{offer}/correct")
    @Allowed(Permission.AWARD)
    public Response words(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Offer offer = changeable(request, id);
        return correction(request, 200, offer, offer.narrative(), offer.evidence(), Errors.none());
    }

    @POST
    @Path("/{offer}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response correct(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            @FormParam("narrative") @DefaultValue("") String narrative,
            @FormParam("evidence") @DefaultValue("") String evidence) {
        Principal by = Principal.of(request);
        Errors errors = correct.apply(by.organisation(), by.account(), id, narrative, evidence);
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/offers/" + id, "award.done.corrected")
                : correction(request, 422, find(request, id), narrative, evidence, errors);
    }

    private Response confirm(ContainerRequestContext request, Offer offer, String act) {
        String path = "/app/offers/" + offer.id();
        String detail = offer.achievement().name() + " – " + offer.person().fullName();
        Confirm page = new Confirm(
                "award." + act + ".title",
                "award." + act + ".text",
                detail,
                path + "/" + act,
                "award." + act + ".button",
                path);
        return platform.pages().show(request, "offer/confirm", page);
    }

    private Response correction(
            ContainerRequestContext request,
            int status,
            Offer offer,
            String narrative,
            String evidence,
            Errors errors) {
        Correction page = new Correction(offer, narrative, evidence, errors);
        return platform.pages().show(request, status, "offer/correct", page);
    }

    /**
     * An offer that may get a new slip: refused before a question is read or a word is written.
     *
     * @throws ProblemException PAUSED while the organisation may not offer
     */
    private Offer changeable(ContainerRequestContext request, OfferId id) {
        Offer offer = find(request, id);
        if (Principal.of(request).paused() && offer.state() != OfferState.ACCEPTED) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        return offer;
    }

    private Offer find(ContainerRequestContext request, OfferId id) {
        return show.apply(Principal.of(request).organisation(), id).offer();
    }

    /** The question before an offer is cancelled or its slip replaced; the texts are message keys. */
    public record Confirm(String title, String text, String detail, String action, String button, String back) {}

    /** The words of an offer, to be corrected. */
    public record Correction(Offer offer, String narrative, String evidence, Errors errors) {
        public String path() {
            return "/app/offers/" + offer.id();
        }
    }
}
