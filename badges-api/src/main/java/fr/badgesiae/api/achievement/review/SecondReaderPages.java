package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
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
import jakarta.ws.rs.core.Response;

/** The switch of an organisation: one person publishes a badge, or two. */
@Path("/app/second-reader")
@Produces(MediaType.TEXT_HTML)
public final class SecondReaderPages {
    private static final String PATH = "/app/second-reader";

    private final Platform platform;
    private final ShowSecondReader show;
    private final RequireSecondReader require;

    public SecondReaderPages(Platform platform, ShowSecondReader show, RequireSecondReader require) {
        this.platform = platform;
        this.show = show;
        this.require = require;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response show(@Context ContainerRequestContext request) {
        return show(request, 200, Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response save(
            @Context ContainerRequestContext request, @FormParam("required") @DefaultValue("") String required) {
        boolean on = required.equals("yes");
        return require.apply(Principal.of(request), on)
                ? platform.pages().seeOther(PATH, on ? "achievement.done.second-reader" : "achievement.done.one-reader")
                : show(request, 422, Errors.of("", "achievement.second.error.alone"));
    }

    private Response show(ContainerRequestContext request, int status, Errors errors) {
        ShowSecondReader.Shown shown = show.apply(Principal.of(request).organisation());
        return platform.pages().show(request, status, "achievement/second-reader", new SwitchPage(shown, errors));
    }

    /** The switch, and who may publish. */
    public record SwitchPage(ShowSecondReader.Shown shown, Errors errors) {}
}
