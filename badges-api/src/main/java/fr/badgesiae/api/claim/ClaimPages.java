package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.html.Errors;
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

/** The door of a claim: a code, then a PIN, then an address without either. */
@Path("/claim")
@Produces(MediaType.TEXT_HTML)
public final class ClaimPages {
    private static final String UNKNOWN = "award.claim.unknown";

    private final Platform platform;
    private final OpenClaim claim;
    private final Sessions sessions;

    ClaimPages(Platform platform, OpenClaim claim, Sessions sessions) {
        this.platform = platform;
        this.claim = claim;
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
            CodeForm page = new CodeForm(
                    typed.substring(0, Math.min(typed.length(), 64)), Errors.of("code", "award.claim.code.error"));
            return platform.pages().show(request, 422, "claim/code", page);
        }
        return platform.pages().seeOther("/claim/" + code.get().grouped());
    }

    @GET
    @Path("/{code}")
    @Open
    public Response pin(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        return Code.tryParse(typed)
                .map(code -> show(request, code, claim.look(code)))
                .orElseGet(() -> closed(request, 404, UNKNOWN));
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
            return closed(request, 404, UNKNOWN);
        }
        String pin = typedPin.replaceAll("[\\s\u00a0]", "");
        if (!pin.matches("\\d{6}")) {
            // Not an attempt: nobody guesses with five digits.
            return ask(request, 422, code.get(), Errors.of("pin", "award.claim.pin.six"));
        }
        OpenClaim.Outcome outcome = claim.open(code.get(), pin);
        if (outcome instanceof OpenClaim.Open open) {
            NewCookie[] cookies = sessions.openClaim(
                            open.organisation(), open.offer().value())
                    .toArray(new NewCookie[0]);
            return Response.fromResponse(platform.pages().seeOther("/claim/badge"))
                    .cookie(cookies)
                    .build();
        }
        return show(request, code.get(), outcome);
    }

    private Response show(ContainerRequestContext request, Code code, OpenClaim.Outcome outcome) {
        if (outcome instanceof OpenClaim.AsksPin) {
            return ask(request, 200, code, Errors.none());
        }
        if (outcome instanceof OpenClaim.Wrong wrong) {
            return ask(request, 422, code, Errors.of("pin", "award.claim.pin.wrong", wrong.left()));
        }
        if (outcome instanceof OpenClaim.Locked) {
            return closed(request, 403, "award.claim.locked");
        }
        if (outcome instanceof OpenClaim.Later) {
            return closed(request, 429, "award.claim.later");
        }
        if (outcome instanceof OpenClaim.Paused) {
            return closed(request, 409, "award.claim.paused");
        }
        if (outcome instanceof OpenClaim.Closed closed) {
            return closed(request, 410, "award.claim." + closed.state().name().toLowerCase(Locale.ROOT));
        }
        return closed(request, 404, UNKNOWN);
    }

    private Response ask(ContainerRequestContext request, int status, Code code, Errors errors) {
        PinForm page = new PinForm("/claim/" + code.grouped(), errors);
        return platform.pages().show(request, status, "claim/pin", page);
    }

    private Response closed(ContainerRequestContext request, int status, String key) {
        boolean done = key.equals("award.claim.accepted");
        Closed page = done
                ? new Closed(key, "/me", "award.claim.open-space")
                : new Closed(key, "/claim", "award.claim.code.title");
        return platform.pages().show(request, status, "claim/closed", page);
    }

    /** One field for the code of a slip. */
    public record CodeForm(String typed, Errors errors) {}

    /** One field for the PIN of a slip. */
    public record PinForm(String action, Errors errors) {}

    /**
     * Why a slip or a claim opens nothing.
     *
     * @param key the message key of the title; {@code key.text} has the words
     * @param nextPath where to go from here
     * @param nextKey the message key of its words
     */
    public record Closed(String key, String nextPath, String nextKey) {}
}
