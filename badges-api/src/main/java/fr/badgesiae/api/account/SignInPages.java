package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
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

/** Sign-in, sign-out, and waking a desk session that slept while somebody else used the device. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {
    /** A path of the desk; nothing that a browser could parse as another host. */
    private static final Pattern OUR_PATH = Pattern.compile("/app(/[A-Za-z0-9/-]*)?");

    /** Leads on to the ceremony of the day, or to the offers. */
    private static final String AWAKE = "/app/ceremonies/back";

    private final Platform platform;
    private final Sessions sessions;
    private final SignIn signIn;
    private final SignOut signOut;
    private final WakeDesk wake;

    SignInPages(Platform platform, Sessions sessions, SignIn signIn, SignOut signOut, WakeDesk wake) {
        this.platform = platform;
        this.sessions = sessions;
        this.signIn = signIn;
        this.signOut = signOut;
        this.wake = wake;
    }

    @GET
    @Path("signin")
    @Open
    public Response form(
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
        return signIn.apply(login, password, Client.of(request)).fold(new SignIn.Cases<>() {
            @Override
            public Response signedIn(OpenedSession session, boolean several) {
                sessions.closeDesk(request);
                String first = several ? "/app/places" : ours(next);
                return with(platform.pages().seeOther(first), sessions.cookies(session));
            }

            @Override
            public Response wrong() {
                return again(422, "account.sign-in.wrong");
            }

            @Override
            public Response throttled() {
                return again(429, "account.sign-in.wait");
            }

            private Response again(int status, String key) {
                Errors errors = Errors.of("password", key);
                return show(request, status, new SignInPage(ours(next), login, false, errors));
            }
        });
    }

    @POST
    @Path("signout")
    @Open
    public Response leave(@Context ContainerRequestContext request) {
        sessions.member(request).ifPresent(signOut::apply);
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
        return wake.apply(principal.get(), password)
                .map(session -> awake(request, session))
                .orElseGet(() -> {
                    Errors errors = Errors.of("password", "account.wake.wrong");
                    return show(request, 422, new SignInPage("/app", "", true, errors));
                });
    }

    private Response awake(ContainerRequestContext request, OpenedSession session) {
        // A new token: the old one may have been read by whoever used the device meanwhile.
        sessions.closeDesk(request);
        return with(platform.pages().seeOther(AWAKE), sessions.cookies(session));
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
     * Form of sign-in.
     *
     * @param next path to redirect to afterwards
     * @param login as typed
     * @param asleep whether a sleeping session on this device is woken, by its password alone
     */
    public record SignInPage(String next, String login, boolean asleep, Errors errors) {}
}
