package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.html.Errors;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** In, out, and back to a desk that was put to sleep while somebody else held the device. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {
    /** A path of ours and nothing that a browser could read as another host. */
    private static final Pattern OUR_PATH = Pattern.compile("/app(/[A-Za-z0-9/-]*)?");

    private final Platform platform;
    private final Sessions sessions;
    private final SignIn signIn;

    SignInPages(Platform platform, Sessions sessions, SignIn signIn) {
        this.platform = platform;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @GET
    @Path("signin")
    @Open
    public Response door(
            @Context ContainerRequestContext request, @QueryParam("next") @DefaultValue("/app") String next) {
        return show(request, 200, new SignInPage(ours(next), "", false, Errors.none()));
    }

    @POST
    @Path("signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response enter(
            @Context ContainerRequestContext request,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("/app") String next) {
        SignIn.Result result = signIn.signIn(login, password);
        if (result instanceof SignIn.Result.Welcome welcome) {
            sessions.closeDesk(request);
            return with(
                    platform.pages().seeOther(ours(next)),
                    sessions.openDesk(welcome.organisation(), welcome.account()));
        }
        boolean wait = result instanceof SignIn.Result.Wait;
        Errors errors = Errors.of("password", wait ? "account.sign-in.wait" : "account.sign-in.wrong");
        return show(request, wait ? 429 : 422, new SignInPage(ours(next), login, false, errors));
    }

    @POST
    @Path("signout")
    @Open
    public Response leave(@Context ContainerRequestContext request) {
        sessions.member(request).ifPresent(signIn::left);
        return with(platform.pages().seeOther("/"), sessions.closeDesk(request));
    }

    @GET
    @Path("signin/wake")
    @Open
    public Response asleep(@Context ContainerRequestContext request) {
        return sessions.sleeping(request).isEmpty()
                ? platform.pages().seeOther("/app")
                : show(request, 200, new SignInPage("/app", "", true, Errors.none()));
    }

    @POST
    @Path("signin/wake")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response wake(
            @Context ContainerRequestContext request, @FormParam("password") @DefaultValue("") String password) {
        Optional<Principal> principal = sessions.sleeping(request);
        if (principal.isEmpty()) {
            return platform.pages().seeOther("/app");
        }
        if (!signIn.wake(principal.get(), password)) {
            Errors errors = Errors.of("password", "account.wake.wrong");
            return show(request, 422, new SignInPage("/app", "", true, errors));
        }
        // A new token: whoever held the device meanwhile may have seen the old one.
        sessions.closeDesk(request);
        return with(
                platform.pages().seeOther("/app/offers"),
                sessions.openDesk(
                        principal.get().organisation(), principal.get().account()));
    }

    private Response show(ContainerRequestContext request, int status, SignInPage page) {
        return platform.pages().show(request, status, "account/sign-in", page);
    }

    private static String ours(String next) {
        return OUR_PATH.matcher(next).matches() ? next : "/app";
    }

    private static Response with(Response response, List<NewCookie> cookies) {
        return Response.fromResponse(response)
                .cookie(cookies.toArray(NewCookie[]::new))
                .build();
    }

    /**
     * The door of the desk.
     *
     * @param next a path of ours to go to afterwards
     * @param login as typed
     * @param asleep whether a desk on this device waits for its password: then only that is asked
     */
    public record SignInPage(String next, String login, boolean asleep, Errors errors) {}
}
