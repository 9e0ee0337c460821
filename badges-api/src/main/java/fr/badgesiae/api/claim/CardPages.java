package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.CardImage;
import fr.badgesiae.api.holder.CardPicture;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.ClaimPrincipal;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps after the answer: a PIN of their own, the card, the end. A reload, or the slip again, goes on here. */
@Path("/claim/badge")
@Produces(MediaType.TEXT_HTML)
public final class CardPages {
    private static final String NEXT = "/claim/badge/next";

    private final Platform platform;
    private final ShowProgress show;
    private final CreateRecoveryCard create;
    private final KeepRecoveryCard keep;
    private final FinishClaim finish;
    private final Sessions sessions;

    CardPages(
            Platform platform,
            ShowProgress show,
            CreateRecoveryCard create,
            KeepRecoveryCard keep,
            FinishClaim finish,
            Sessions sessions) {
        this.platform = platform;
        this.show = show;
        this.create = create;
        this.keep = keep;
        this.finish = finish;
        this.sessions = sessions;
    }

    /** The next step of this claim. */
    @GET
    @Path("/next")
    @Allowed(Permission.CLAIM)
    public Response next(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        Progress progress = show.apply(claim.organisation(), new OfferId(claim.offer()));
        return switch (progress.step()) {
            case NONE -> unaccepted(request, claim, progress.state());
            case CHOOSE_PIN -> choose(request, 200, Errors.none());
            case SHOW_CARD -> show(request, claim, progress);
            case DONE -> done(request, claim, progress);
        };
    }

    @POST
    @Path("/pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.CLAIM)
    public Response choose(
            @Context ContainerRequestContext request,
            @FormParam("pin") @DefaultValue("") String pin,
            @FormParam("again") @DefaultValue("") String again) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        if (!pin.equals(again)) {
            return choose(request, 422, Errors.of("again", "award.claim.own-pin.differ"));
        }
        return switch (create.apply(claim.organisation(), new OfferId(claim.offer()), pin)) {
            case TAKEN -> platform.pages().seeOther(NEXT);
            case TOO_SIMPLE -> choose(request, 422, Errors.of("pin", "award.claim.own-pin.simple"));
            case PIN_OF_SLIP -> choose(request, 422, Errors.of("pin", "award.claim.own-pin.of-slip"));
        };
    }

    /** The card as an image, as long as the page shows it; not on a device that was passed over, where it would stay. */
    @GET
    @Path("/card.png")
    @Produces(MediaType.WILDCARD)
    @Allowed(Permission.CLAIM)
    public Response picture(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        Progress progress = show.apply(claim.organisation(), new OfferId(claim.offer()));
        return progress.card()
                .filter(code -> progress.step() == Progress.Step.SHOW_CARD && claim.witness() == null)
                .map(code -> CardPicture.of(platform.settings(), code, progress.contact()))
                .map(card -> CardImage.file(card, platform.pages().context(request)))
                .orElseThrow(ProblemException::notFound);
    }

    /** The question before the card is left: the next tap must not lose it. */
    @GET
    @Path("/card")
    @Allowed(Permission.CLAIM)
    public Response sure(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        Progress progress = show.apply(claim.organisation(), new OfferId(claim.offer()));
        return progress.step() == Progress.Step.SHOW_CARD && !progress.kept()
                ? platform.pages().show(request, "claim/sure", new Sure(claim.witness() != null))
                : platform.pages().seeOther(NEXT);
    }

    @POST
    @Path("/card")
    @Allowed(Permission.CLAIM)
    public Response kept(@Context ContainerRequestContext request) {
        ClaimPrincipal claim = ClaimPrincipal.of(request);
        boolean own = claim.witness() == null;
        Optional<OpenedSession> opened = keep.apply(claim.organisation(), new OfferId(claim.offer()), own)
                .flatMap(KeepRecoveryCard.Kept::session);
        if (opened.isEmpty()) {
            return platform.pages().seeOther(NEXT);
        }
        List<NewCookie> cookies = new ArrayList<>(sessions.closeClaim(request));
        cookies.addAll(sessions.cookies(opened.get()));
        return with(platform.pages().seeOther("/me"), cookies);
    }

    /** Leaves without answering, or after it. */
    @POST
    @Path("/close")
    @Allowed(Permission.CLAIM)
    public Response close(@Context ContainerRequestContext request) {
        return ClaimPrincipal.of(request).witness() != null
                ? platform.pages().seeOther("/signin/wake")
                : with(platform.pages().seeOther("/claim"), sessions.closeClaim(request));
    }

    private Response choose(ContainerRequestContext request, int status, Errors errors) {
        boolean inPerson = ClaimPrincipal.of(request).witness() != null;
        return platform.pages().show(request, status, "claim/own-pin", new PinForm(inPerson, errors));
    }

    private Response show(ContainerRequestContext request, ClaimPrincipal claim, Progress progress) {
        Card page = new Card(
                CardPicture.of(platform.settings(), progress.card().orElseThrow(), progress.contact()),
                progress.kept(),
                claim.witness() != null);
        return platform.pages().show(request, "claim/card", page);
    }

    private Response done(ContainerRequestContext request, ClaimPrincipal claim, Progress progress) {
        boolean ready = progress.finished() || finish.apply(claim.organisation(), new OfferId(claim.offer()));
        Done page = new Done(ready, progress.revoked(), claim.place(), claim.witness() != null);
        return platform.pages().show(request, "claim/done", page);
    }

    private Response unaccepted(ContainerRequestContext request, ClaimPrincipal claim, OfferState state) {
        if (state == OfferState.OFFERED) {
            return platform.pages().seeOther("/claim/badge");
        }
        String key = "award.claim." + state.name().toLowerCase(Locale.ROOT);
        return platform.pages().show(request, "claim/closed", ClaimPages.Closed.of(key, claim));
    }

    private static Response with(Response response, List<NewCookie> cookies) {
        return Response.fromResponse(response)
                .cookie(cookies.toArray(new NewCookie[0]))
                .build();
    }

    /**
     * The recovery card.
     *
     * @param again whether the holder said before that they have it
     */
    public record Card(CardPicture card, boolean again, boolean inPerson) implements Translated {}

    /** Whether the holder has their card. */
    public record Sure(boolean inPerson) implements Translated {}

    /** The end of a claim: the badge is ready, or being made, or revoked since. */
    public record Done(boolean ready, boolean revoked, String organisation, boolean inPerson) implements Translated {}

    /** The holder chooses a PIN; in person they had no slip with another one. */
    public record PinForm(boolean inPerson, Errors errors) implements Translated {}
}
