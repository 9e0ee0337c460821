package fr.badgesiae.api.holder;

import fr.badgesiae.api.holder.phone.CountPhones;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
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
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The PIN and the recovery card of the space. Both forms ask for the PIN: the device may be somebody else's. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class PinAndCardPages {
    private final Platform platform;
    private final ChangePin changePin;
    private final ShowCard showCard;
    private final ReplaceCard replaceCard;
    private final CountPhones phones;

    PinAndCardPages(
            Platform platform, ChangePin changePin, ShowCard showCard, ReplaceCard replaceCard, CountPhones phones) {
        this.platform = platform;
        this.changePin = changePin;
        this.showCard = showCard;
        this.replaceCard = replaceCard;
        this.phones = phones;
    }

    @GET
    @Path("/pin")
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request) {
        return pin(request, 200, Errors.none());
    }

    @POST
    @Path("/pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response change(
            @Context ContainerRequestContext request,
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("pin") @DefaultValue("") String chosen,
            @FormParam("again") @DefaultValue("") String again) {
        if (!chosen.equals(again)) {
            return pin(request, 422, Errors.of("again", "holder.pin.differ"));
        }
        int ended = phones(request);
        return switch (changePin.apply(HolderPrincipal.of(request), old, chosen)) {
            case CHANGED -> platform.pages().show(request, "holder/pin", new PinForm(true, ended, Errors.none()));
            case TOO_SIMPLE -> pin(request, 422, Errors.of("pin", "holder.pin.simple"));
            case WRONG -> pin(request, 422, Errors.of("old", "holder.pin.wrong"));
            case LATER -> pin(request, 429, Errors.of("old", "holder.open.later"));
        };
    }

    @GET
    @Path("/card")
    @Allowed(Permission.HOLDER)
    public Response card(@Context ContainerRequestContext request) {
        return card(request, 200, Errors.none());
    }

    @POST
    @Path("/card")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response replace(@Context ContainerRequestContext request, @FormParam("pin") @DefaultValue("") String pin) {
        return switch (replaceCard.apply(HolderPrincipal.of(request), pin)) {
            case REPLACED -> platform.pages().seeOther("/me/card");
            case WRONG -> card(request, 422, Errors.of("pin", "holder.pin.wrong"));
            case LATER -> card(request, 429, Errors.of("pin", "holder.open.later"));
        };
    }

    /** The card as an image, as long as the page shows it. */
    @GET
    @Path("/card.png")
    @Produces(MediaType.WILDCARD)
    @Allowed(Permission.HOLDER)
    public Response picture(@Context ContainerRequestContext request) {
        CardPicture card = picture(found(request));
        if (card == null) {
            throw ProblemException.notFound();
        }
        return CardImage.file(card, platform.pages().context(request));
    }

    private ShowCard.Found found(ContainerRequestContext request) {
        return showCard.apply(HolderPrincipal.of(request).holder());
    }

    private @Nullable CardPicture picture(ShowCard.Found found) {
        return found.shown()
                .map(card -> CardPicture.of(platform.settings(), card.code(), card.contact()))
                .orElse(null);
    }

    private int phones(ContainerRequestContext request) {
        return phones.apply(HolderPrincipal.of(request).holder());
    }

    private Response pin(ContainerRequestContext request, int status, Errors errors) {
        return platform.pages().show(request, status, "holder/pin", new PinForm(false, phones(request), errors));
    }

    private Response card(ContainerRequestContext request, int status, Errors errors) {
        ShowCard.Found found = found(request);
        NewCard page = new NewCard(picture(found), found.phones(), errors);
        return platform.pages().show(request, status, "holder/new-card", page);
    }

    /**
     * The form of a new PIN, or the confirmation that it is changed.
     *
     * @param phones how many end with it
     */
    public record PinForm(boolean changed, int phones, Errors errors) implements Translated {}

    /**
     * The form that replaces the card, or the new card.
     *
     * @param card while it is shown, or null
     * @param phones how many end with the next one
     */
    public record NewCard(@Nullable CardPicture card, int phones, Errors errors) implements Translated {}
}
