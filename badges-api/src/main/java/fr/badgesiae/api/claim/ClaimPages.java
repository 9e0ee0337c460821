package fr.badgesiae.api.claim;

import fr.badgesiae.api.claim.lost.Contact;
import fr.badgesiae.api.claim.lost.FindContact;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.ClaimPrincipal;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.reopening.FindReopening;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way into a claim: a code, then a PIN, then an address without either. */
@Path("/claim")
@Produces(MediaType.TEXT_HTML)
public final class ClaimPages {
    private final Platform platform;
    private final FindSlip find;
    private final OpenClaim claim;
    private final FindReopening reopenings;
    private final FindContact contact;
    private final Sessions sessions;

    ClaimPages(
            Platform platform,
            FindSlip find,
            OpenClaim claim,
            FindReopening reopenings,
            FindContact contact,
            Sessions sessions) {
        this.platform = platform;
        this.find = find;
        this.claim = claim;
        this.reopenings = reopenings;
        this.contact = contact;
        this.sessions = sessions;
    }

    @GET
    @Open
    public Response code(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "claim/code", new CodeForm("", Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response typed(@Context ContainerRequestContext request, @FormParam("code") @DefaultValue("") String typed) {
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return code(request, 422, typed, "award.claim.code.error");
        }
        return platform.pages().seeOther("/claim/" + code.get().grouped());
    }

    @GET
    @Path("/{code}")
    @Open
    public Response pin(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        return Code.tryParse(typed)
                .map(code -> find.apply(code).fold(new Answer(request, code) {
                    /** The number of a slip that reopens a space is typed into the same field. */
                    @Override
                    public Response unknown() {
                        return reopenings.apply(code) == FindReopening.Found.UNKNOWN
                                ? super.unknown()
                                : platform.pages().seeOther("/access/" + code.grouped());
                    }
                }))
                .orElseGet(() -> unknown(request, typed));
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response open(
            @Context ContainerRequestContext request,
            @PathParam("code") String typed,
            @FormParam("pin") @DefaultValue("") String typedPin) {
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return unknown(request, typed);
        }
        String pin = typedPin.replaceAll("[\\s\u00a0]", "");
        if (!pin.matches("\\d{6}")) {
            // Not counted as an attempt: five digits are no guess.
            return ask(request, 422, code.get(), Errors.of("pin", "award.claim.pin.six"));
        }
        return claim.apply(code.get(), pin, Client.of(request)).fold(new Answer(request, code.get()));
    }

    /** The answer to a code, or to a code and a PIN. */
    private class Answer implements OpenClaim.Cases<Response> {
        private final ContainerRequestContext request;
        private final Code code;

        Answer(ContainerRequestContext request, Code code) {
            this.request = request;
            this.code = code;
        }

        @Override
        public Response unknown() {
            platform.throttles().misses().spend(Client.of(request));
            return ClaimPages.this.unknown(request, code.grouped());
        }

        @Override
        public Response asksPin() {
            return ask(request, 200, code, Errors.none());
        }

        @Override
        public Response closed(OfferState state) {
            String key = "award.claim." + state.name().toLowerCase(Locale.ROOT);
            return ClaimPages.this.closed(request, 410, key, whom());
        }

        @Override
        public Response paused() {
            return ClaimPages.this.closed(request, 409, "award.claim.paused", whom());
        }

        @Override
        public Response locked() {
            return ClaimPages.this.closed(request, 403, "award.claim.locked", whom());
        }

        @Override
        public Response later() {
            return ClaimPages.this.closed(request, 429, "award.claim.later", null);
        }

        private @Nullable Contact whom() {
            return contact.apply(code).orElse(null);
        }

        @Override
        public Response wrong(int left) {
            return ask(request, 422, code, Errors.of("pin", "award.claim.pin.wrong", left));
        }

        @Override
        public Response open(OrganisationId organisation, OfferId offer) {
            Client.of(request).device().remember(KnownDevice.Kind.SLIP, offer.toString());
            NewCookie[] cookies =
                    sessions.openClaim(organisation, offer.value()).toArray(new NewCookie[0]);
            return Response.fromResponse(platform.pages().seeOther("/claim/badge"))
                    .cookie(cookies)
                    .build();
        }
    }

    private Response ask(ContainerRequestContext request, int status, Code code, Errors errors) {
        PinForm page = new PinForm("/claim/" + code.grouped(), errors);
        return platform.pages().show(request, status, "claim/pin", page);
    }

    /** One wrong letter is mended where it stands: nobody types sixteen again. */
    private Response unknown(ContainerRequestContext request, String typed) {
        return code(request, 404, typed, "award.claim.unknown");
    }

    private Response code(ContainerRequestContext request, int status, String typed, String error) {
        CodeForm page = new CodeForm(typed.substring(0, Math.min(typed.length(), 64)), Errors.of("code", error));
        return platform.pages().show(request, status, "claim/code", page);
    }

    private Response closed(ContainerRequestContext request, int status, String key, @Nullable Contact whom) {
        Closed page = key.equals("award.claim.accepted")
                ? new Closed(key, "/me", "award.claim.open-space", whom, whom == null ? null : whom.organisation())
                : new Closed(key, "/claim", "award.claim.code.title", whom, whom == null ? null : whom.organisation());
        return platform.pages().show(request, status, "claim/closed", page);
    }

    /** One field for the code of a slip. */
    public record CodeForm(String typed, Errors errors) implements Translated {}

    /** One field for the PIN of a slip. */
    public record PinForm(String action, Errors errors) implements Translated {}

    /**
     * The reason why a slip or a claim opens nothing.
     *
     * @param key the message key of the title; {@code key.text} has the words
     * @param nextPath where to go from here
     * @param nextKey the message key of its words
     * @param contact the organisation that helps, or null
     * @param organisation the name of who offered, or null where the slip is unknown
     */
    public record Closed(
            String key,
            String nextPath,
            String nextKey,
            @Nullable Contact contact,
            @Nullable String organisation) implements Translated {
        /** From here back to the desk of the member who passed the device, or to another slip. */
        static Closed of(String key, ClaimPrincipal claim) {
            return claim.witness() != null
                    ? new Closed(key, "/signin/wake", "award.claim.done.wake", null, claim.place())
                    : new Closed(key, "/claim", "award.claim.code.title", null, claim.place());
        }
    }
}
