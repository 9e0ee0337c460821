package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
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
import java.util.Optional;

/** Where a copied link leads; looking does not use it, so that a preview by a messenger does no harm. */
@Path("/join/{token}")
@Produces(MediaType.TEXT_HTML)
public final class JoinPages {
    private final Platform platform;
    private final Organisations organisations;
    private final Links links;
    private final UseLink use;
    private final Sessions sessions;

    JoinPages(Platform platform, Organisations organisations, Links links, Sessions sessions) {
        this.platform = platform;
        this.organisations = organisations;
        this.links = links;
        this.use = new UseLink(platform, links, sessions);
        this.sessions = sessions;
    }

    @GET
    @Open
    public Response open(@Context ContainerRequestContext request, @PathParam("token") String token) {
        return links.find(token)
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
        Optional<Links.Found> link = links.find(token);
        if (link.isEmpty()) {
            return over(request);
        }
        return link.get().row().kind().equals("JOIN")
                ? join(request, token, link.get(), name.strip(), login, password)
                : reset(request, token, link.get(), password);
    }

    private Response join(
            ContainerRequestContext request,
            String token,
            Links.Found link,
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
        String fault = PasswordRules.fault(password, login.map(Login::value).orElse(""));
        if (fault != null) {
            errors = errors.with("password", fault, PasswordRules.SHORTEST);
        }
        if (!errors.isEmpty()) {
            return show(request, 422, token, link, name, typedLogin, errors);
        }
        Optional<AccountId> account = use.join(link, login.get(), name, password);
        return account.map(id -> enter(request, link, id))
                .orElseGet(() -> show(
                        request, 422, token, link, name, typedLogin, Errors.of("login", "account.error.login-taken")));
    }

    private Response reset(ContainerRequestContext request, String token, Links.Found link, String password) {
        String fault = PasswordRules.fault(password, "");
        if (fault != null) {
            Errors errors = Errors.of("password", fault, PasswordRules.SHORTEST);
            return show(request, 422, token, link, "", "", errors);
        }
        return enter(request, link, use.setPassword(link, password));
    }

    private Response enter(ContainerRequestContext request, Links.Found link, AccountId account) {
        sessions.closeDesk(request);
        return Response.fromResponse(platform.pages().seeOther("/app"))
                .cookie(sessions.openDesk(link.organisation(), account).toArray(NewCookie[]::new))
                .build();
    }

    private Response over(ContainerRequestContext request) {
        return platform.pages().show(request, 410, "account/link-over", new LinkOverPage());
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            String token,
            Links.Found link,
            String name,
            String login,
            Errors errors) {
        String place = organisations
                .find(link.organisation())
                .map(OrganisationProfile::publicName)
                .orElse("");
        boolean join = link.row().kind().equals("JOIN");
        JoinPage page = new JoinPage(token, place, join, link.row().role(), name, login, errors);
        return platform.pages().show(request, status, "account/join", page);
    }

    /**
     * What a link opens: the form of a new account, or of a new password.
     *
     * @param place the organisation joined
     * @param join whether an account is opened; otherwise a password is set
     */
    public record JoinPage(
            String token, String place, boolean join, String role, String name, String login, Errors errors) {}

    /** A link that was used, is over or never was; which of them stays unsaid. */
    public record LinkOverPage() {}
}
