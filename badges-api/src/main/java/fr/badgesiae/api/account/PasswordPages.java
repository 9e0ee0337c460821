package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Permission;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The form of a member's own password. */
@Path("/app/password")
@Produces(MediaType.TEXT_HTML)
public final class PasswordPages {
    private final Platform platform;
    private final ChangePassword change;
    private final Sessions sessions;

    PasswordPages(Platform platform, ChangePassword change, Sessions sessions) {
        this.platform = platform;
        this.change = change;
        this.sessions = sessions;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response form(@Context ContainerRequestContext request) {
        return show(request, 200, Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.SIGNED_IN)
    public Response change(
            @Context ContainerRequestContext request,
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String password) {
        Principal member = Principal.of(request);
        return change.apply(member, current, password).fold(new ChangePassword.Cases<>() {
            @Override
            public Response changed(OpenedSession session) {
                return Response.fromResponse(platform.pages().seeOther("/app/password", "account.done.password"))
                        .cookie(sessions.cookies(session).toArray(NewCookie[]::new))
                        .build();
            }

            @Override
            public Response refused(boolean currentWrong, Optional<String> fault) {
                Errors errors = currentWrong ? Errors.of("current", "account.error.current") : Errors.none();
                return show(
                        request,
                        422,
                        fault.map(key -> errors.with("password", key, PasswordRules.SHORTEST))
                                .orElse(errors));
            }
        });
    }

    private Response show(ContainerRequestContext request, int status, Errors errors) {
        return platform.pages().show(request, status, "account/password", new PasswordPage(errors));
    }

    /** Form of a new password. */
    public record PasswordPage(Errors errors) {}
}
