package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Permission;
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
import java.util.List;
import java.util.Optional;

/** Opens and closes the space, with the code of a card and a PIN; no account. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class OpenSpacePages {
    private final Platform platform;
    private final OpenSpace space;
    private final Sessions sessions;

    OpenSpacePages(Platform platform, OpenSpace space, Sessions sessions) {
        this.platform = platform;
        this.space = space;
        this.sessions = sessions;
    }

    @GET
    @Path("/open")
    @Open
    public Response form(@Context ContainerRequestContext request) {
        return show(request, 200, "", Errors.none());
    }

    /** The same form from the QR code of a card: only the PIN is missing. */
    @GET
    @Path("/open/{code}")
    @Open
    public Response scanned(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        return show(request, 200, Code.tryParse(typed).map(Code::grouped).orElse(""), Errors.none());
    }

    @POST
    @Path("/open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response open(
            @Context ContainerRequestContext request,
            @FormParam("code") @DefaultValue("") String typed,
            @FormParam("pin") @DefaultValue("") String typedPin) {
        String kept = typed.substring(0, Math.min(typed.length(), 64));
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return show(request, 422, kept, Errors.of("code", "holder.open.code-error"));
        }
        String pin = typedPin.replaceAll("[\\s\u00a0]", "");
        if (!pin.matches("\\d{6}")) {
            return show(request, 422, kept, Errors.of("pin", "holder.open.six"));
        }
        return space.apply(code.get(), pin, Client.of(request)).fold(new OpenSpace.Cases<>() {
            @Override
            public Response opened(HolderId holder) {
                Client.of(request).device().remember(KnownDevice.Kind.CARD, holder.toString());
                return with(platform.pages().seeOther("/me"), sessions.openHolder(holder));
            }

            @Override
            public Response wrong() {
                return show(request, 422, kept, Errors.of("pin", "holder.open.wrong"));
            }

            @Override
            public Response later() {
                return show(request, 429, kept, Errors.of("pin", "holder.open.later"));
            }
        });
    }

    @POST
    @Path("/close")
    @Allowed(Permission.HOLDER)
    public Response close(@Context ContainerRequestContext request) {
        return with(platform.pages().seeOther("/me/closed"), sessions.closeHolder(request));
    }

    @GET
    @Path("/closed")
    @Open
    public Response closed(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "holder/closed", new Closed("/me"));
    }

    private Response show(ContainerRequestContext request, int status, String code, Errors errors) {
        return platform.pages().show(request, status, "holder/open", new Form(code, errors));
    }

    private static Response with(Response response, List<NewCookie> cookies) {
        return Response.fromResponse(response)
                .cookie(cookies.toArray(new NewCookie[0]))
                .build();
    }

    /** The form of code and PIN. */
    public record Form(String code, Errors errors) {}

    /** The space is closed on this device. */
    public record Closed(String again) {}
}
