package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.SentForm;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Opens the space with a phone: the page asks for a challenge, the phone signs it, a form brings the answer. */
@Path("/me/open/phone")
@Produces(MediaType.TEXT_HTML)
public final class OpenWithPhonePages {
    private final Platform platform;
    private final AskPhone ask;
    private final OpenWithPhone open;
    private final OpenForm form;
    private final Sessions sessions;

    OpenWithPhonePages(Platform platform, AskPhone ask, OpenWithPhone open, OpenForm form, Sessions sessions) {
        this.platform = platform;
        this.ask = ask;
        this.open = open;
        this.form = form;
        this.sessions = sessions;
    }

    @POST
    @Path("/challenge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Open
    public String challenge(@Context ContainerRequestContext request) {
        return ask.apply(visit(request), Client.of(request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response open(
            @Context ContainerRequestContext request, @FormParam("answer") @DefaultValue("") String answer) {
        OpenWithPhone.Outcome outcome = open.apply(visit(request), answer, Client.of(request));
        return outcome.session()
                .map(session -> Response.fromResponse(platform.pages().seeOther("/me"))
                        .cookie(sessions.cookies(session).toArray(new NewCookie[0]))
                        .build())
                .orElseGet(() -> outcome.result() == OpenWithPhone.Result.LATER
                        ? form.phoneRefused(request, 429, "holder.open.later")
                        : form.phoneRefused(request, 422, "holder.phone.refused"));
    }

    /** A form has a visit: its token is bound to it. */
    private static String visit(ContainerRequestContext request) {
        return SentForm.visit(request).orElseThrow(() -> new IllegalStateException("a form without a visit"));
    }
}
