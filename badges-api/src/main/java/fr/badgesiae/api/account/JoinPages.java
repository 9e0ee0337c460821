package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a single-use link. A GET does not use the link: messengers fetch addresses for a preview. */
@Path("/join/{token}")
@Produces(MediaType.TEXT_HTML)
public final class JoinPages {
    private final Platform platform;
    private final FindLink find;
    private final JoinOrganisation join;
    private final JoinWithAccount withAccount;
    private final ResetPassword reset;
    private final Sessions sessions;

    JoinPages(
            Platform platform,
            FindLink find,
            JoinOrganisation join,
            JoinWithAccount withAccount,
            ResetPassword reset,
            Sessions sessions) {
        this.platform = platform;
        this.find = find;
        this.join = join;
        this.withAccount = withAccount;
        this.reset = reset;
        this.sessions = sessions;
    }

    @GET
    @Open
    public Response open(@Context ContainerRequestContext request, @PathParam("token") String token) {
        return find.apply(token)
                .map(link -> show(request, 200, token, link, "", "", Errors.none()))
                .orElseGet(() -> over(request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response use(
            @Context ContainerRequestContext request,
            @PathParam("token") String token,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password) {
        Optional<FindLink.Found> link = find.apply(token);
        if (link.isEmpty()) {
            return over(request);
        }
        return link.get().link().joins()
                ? join(request, token, link.get(), name.strip(), login, password)
                : reset(request, token, link.get(), password);
    }

    /** Joins with an account that exists. */
    @POST
    @Path("/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response withAccount(
            @Context ContainerRequestContext request,
            @PathParam("token") String token,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password) {
        Optional<FindLink.Found> link =
                find.apply(token).filter(found -> found.link().joins());
        if (link.isEmpty()) {
            return over(request);
        }
        return withAccount
                .apply(link.get(), login, password, Client.of(request))
                .fold(new SignIn.Cases<>() {
                    @Override
                    public Response signedIn(OpenedSession session, boolean several) {
                        return enter(request, session);
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
                        return JoinPages.this.account(
                                request, status, token, link.get(), login, Errors.of("password", key));
                    }
                });
    }

    @GET
    @Path("/account")
    @Open
    public Response account(@Context ContainerRequestContext request, @PathParam("token") String token) {
        return find.apply(token)
                .filter(found -> found.link().joins())
                .map(link -> account(request, 200, token, link, "", Errors.none()))
                .orElseGet(() -> over(request));
    }

    private Response account(
            ContainerRequestContext request,
            int status,
            String token,
            FindLink.Found link,
            String login,
            Errors errors) {
        JoinAccountPage page =
                new JoinAccountPage(token, link.place(), link.link().joinRole(), login, errors);
        return platform.pages().show(request, status, "account/join-account", page);
    }

    private Response join(
            ContainerRequestContext request,
            String token,
            FindLink.Found link,
            String name,
            String typedLogin,
            String password) {
        Optional<Login> login = Login.read(typedLogin);
        Errors errors = Errors.none();
        if (name.isEmpty() || name.length() > 200) {
            errors = errors.with("name", "account.error.name");
        }
        if (login.isEmpty()) {
            errors = errors.with("login", "account.error.login");
        }
        Optional<String> fault =
                PasswordRules.fault(password, login.map(Login::value).orElse(""));
        if (fault.isPresent()) {
            errors = errors.with("password", fault.get(), PasswordRules.SHORTEST);
        }
        if (!errors.isEmpty()) {
            return show(request, 422, token, link, name, typedLogin, errors);
        }
        return join.apply(link, login.get(), name, password).fold(new JoinOrganisation.Cases<>() {
            @Override
            public Response joined(AccountId account, OpenedSession session) {
                Client.of(request)
                        .device()
                        .remember(KnownDevice.Kind.ACCOUNT, login.get().value());
                return enter(request, session);
            }

            @Override
            public Response loginTaken() {
                Errors taken = Errors.of("login", "account.error.login-taken");
                return show(request, 422, token, link, name, typedLogin, taken);
            }
        });
    }

    private Response reset(ContainerRequestContext request, String token, FindLink.Found link, String password) {
        Optional<String> fault = PasswordRules.fault(password, "");
        if (fault.isPresent()) {
            Errors errors = Errors.of("password", fault.get(), PasswordRules.SHORTEST);
            return show(request, 422, token, link, "", "", errors);
        }
        return enter(request, reset.apply(link, password));
    }

    private Response enter(ContainerRequestContext request, OpenedSession session) {
        sessions.closeDesk(request);
        return Response.fromResponse(platform.pages().seeOther("/app"))
                .cookie(sessions.cookies(session).toArray(NewCookie[]::new))
                .build();
    }

    private Response over(ContainerRequestContext request) {
        platform.throttles().misses().spend(Client.of(request));
        return platform.pages().show(request, 410, "account/link-over", new LinkOverPage());
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            String token,
            FindLink.Found link,
            String name,
            String login,
            Errors errors) {
        JoinPage page = new JoinPage(
                token, link.place(), link.link().joins(), link.link().role(), name, login, errors);
        return platform.pages().show(request, status, "account/join", page);
    }

    /**
     * Form of a new account, or of a new password.
     *
     * @param place the organisation joined
     * @param join whether an account is created; otherwise a password is set
     */
    public record JoinPage(
            String token,
            String place,
            boolean join,
            @Nullable String role,
            String name,
            String login,
            Errors errors) {}

    /** Form of a password by which an account joins; {@code place} is the organisation joined. */
    public record JoinAccountPage(String token, String place, String role, String login, Errors errors) {}

    /** Answer to a used, expired or unknown link, without saying which. */
    public record LinkOverPage() {}
}
