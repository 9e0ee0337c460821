package fr.badgesiae.api.offer;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrCode;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** How an offer reaches the worker: a slip on paper, the same in large, the device itself; and its correction. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class SlipPages {
    private final Platform platform;
    private final Offers offers;
    private final ChangeOffer change;
    private final Organisations organisations;
    private final Sessions sessions;

    SlipPages(Platform platform, Offers offers, ChangeOffer change, Organisations organisations, Sessions sessions) {
        this.platform = platform;
        this.offers = offers;
        this.change = change;
        this.organisations = organisations;
        this.sessions = sessions;
    }

    /** A POST, since it shows secrets and leaves an audit line each time. */
    @POST
    @Path("/{offer}/slip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response print(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            @FormParam("large") @DefaultValue("") String large) {
        Principal by = Principal.of(request);
        ChangeOffer.Slip slip = change.print(by.organisation(), by.account(), id);
        return platform.pages().show(request, "offer/slip", page(slip, !large.isEmpty()));
    }

    @POST
    @Path("/{offer}/in-person")
    @Allowed(Permission.DESK)
    public Response pass(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        change.handOver(by.organisation(), by.account(), id);
        sessions.sleep(by, id.value());
        // A claim that was open on this device before must not stand in front of this one.
        NewCookie[] cookies = sessions.closeClaim(request).toArray(new NewCookie[0]);
        return Response.fromResponse(platform.pages().seeOther("/claim/badge"))
                .cookie(cookies)
                .build();
    }

    @GET
    @Path("/{offer}/correct")
    @Allowed(Permission.DESK)
    public Response words(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Offer offer = find(request, id);
        return correction(request, 200, offer, offer.narrative(), offer.evidence(), Errors.none());
    }

    @POST
    @Path("/{offer}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response correct(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            @FormParam("narrative") @DefaultValue("") String narrative,
            @FormParam("evidence") @DefaultValue("") String evidence) {
        Principal by = Principal.of(request);
        Errors errors = change.correct(by.organisation(), by.account(), id, narrative, evidence);
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/offers/" + id)
                : correction(request, 422, find(request, id), narrative, evidence, errors);
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

    private Sheet page(ChangeOffer.Slip slip, boolean large) {
        Offer offer = slip.offer();
        String code = slip.secrets().code().grouped();
        return new Sheet(
                large,
                offer.achievement().name(),
                offer.person().fullName(),
                publicName(offer.organisation()),
                code,
                slip.secrets().pin().substring(0, 3) + "\u00a0"
                        + slip.secrets().pin().substring(3),
                platform.settings().publicUrl().getRawAuthority() + "/claim",
                QrCode.of(platform.settings().url("/claim/" + code)),
                offer.endsAt(),
                "/app/offers/" + offer.id());
    }

    private String publicName(OrganisationId organisation) {
        return organisations
                .find(organisation)
                .map(OrganisationProfile::publicName)
                .orElseThrow();
    }

    private Offer find(ContainerRequestContext request, OfferId id) {
        Principal by = Principal.of(request);
        return platform.database()
                .inOrganisation(by.organisation(), handle -> offers.find(handle, by.organisation(), id))
                .orElseThrow(ProblemException::notFound);
    }

    /** The words of an offer, to be corrected. */
    public record Correction(Offer offer, String narrative, String evidence, Errors errors) {
        public String path() {
            return "/app/offers/" + offer.id();
        }
    }

    /** A slip in clear: two parts to cut, or {@code large} to copy by hand. */
    public record Sheet(
            boolean large,
            String badge,
            String workerName,
            String organisation,
            String code,
            String pin,
            String address,
            QrCode qr,
            Instant ends,
            String back) {}
}
