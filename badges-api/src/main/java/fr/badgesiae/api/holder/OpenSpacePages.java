package fr.badgesiae.api.holder;

import fr.badgesiae.api.holder.access.AnswerWithFormerCard;
import fr.badgesiae.api.holder.access.ShowNotice;
import fr.badgesiae.api.holder.access.SpaceNotice;
import fr.badgesiae.api.holder.phone.OpenForm;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and closes the space, with the code of a card and a PIN; no account. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class OpenSpacePages implements OpenForm {
    private final Platform platform;
    private final OpenSpace space;
    private final ShowNotice notice;
    private final AnswerWithFormerCard answer;
    private final Sessions sessions;

    OpenSpacePages(
            Platform platform, OpenSpace space, ShowNotice notice, AnswerWithFormerCard answer, Sessions sessions) {
        this.platform = platform;
        this.space = space;
        this.notice = notice;
        this.answer = answer;
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
        return space.apply(code.get(), pin, Client.of(request)).fold(new Answer(request, code.get()) {
            @Override
            public Response replaced(HolderId holder, UUID card) {
                return former(request, code.get(), holder);
            }
        });
    }

    /** Whoever has the former card and its PIN says whether they were there when the space was reopened. */
    @POST
    @Path("/open/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response answer(
            @Context ContainerRequestContext request,
            @FormParam("code") @DefaultValue("") String typed,
            @FormParam("pin") @DefaultValue("") String typedPin,
            @FormParam("me") @DefaultValue("") String me) {
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return show(request, 422, "", Errors.of("code", "holder.open.code-error"));
        }
        String pin = typedPin.replaceAll("[\\s\u00a0]", "");
        return space.apply(code.get(), pin, Client.of(request)).fold(new Answer(request, code.get()) {
            @Override
            public Response replaced(HolderId holder, UUID card) {
                return answered(holder, card, me);
            }
        });
    }

    private Response answered(HolderId holder, UUID card, String me) {
        if (me.equals("no")) {
            return answer.apply(holder, card, AnswerWithFormerCard.Answer.IT_WAS_NOT_ME)
                    .session()
                    .map(session -> with(platform.pages().seeOther("/me"), sessions.cookies(session)))
                    .orElseGet(() -> platform.pages().seeOther("/me/open"));
        }
        answer.apply(holder, card, AnswerWithFormerCard.Answer.IT_WAS_ME);
        return platform.pages().seeOther("/me/open/thanks");
    }

    /** The former card has served: the new one opens the space, with every badge. */
    @GET
    @Path("/open/thanks")
    @Open
    public Response thanks(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "holder/thanks", new Closed("/me/open"));
    }

    private Response former(ContainerRequestContext request, Code code, HolderId holder) {
        SpaceNotice.Reopening reopening = notice.apply(holder).reopening();
        FormerCard page = new FormerCard(
                code.grouped(),
                reopening == null ? null : reopening.organisation(),
                reopening == null ? null : reopening.at());
        PageContext context = platform.pages().translated(request);
        return platform.pages()
                .show(reopening == null ? context : context.in(reopening.zone()), 200, "holder/former-card", page);
    }

    /** The answer to a code and a PIN. */
    private abstract class Answer implements OpenSpace.Cases<Response> {
        private final ContainerRequestContext request;
        private final Code code;

        Answer(ContainerRequestContext request, Code code) {
            this.request = request;
            this.code = code;
        }

        @Override
        public Response opened(OpenedSession session) {
            return with(platform.pages().seeOther("/me"), sessions.cookies(session));
        }

        @Override
        public Response joined() {
            return platform.pages().show(request, "holder/joined-card", new Closed("/me/open"));
        }

        @Override
        public Response wrong() {
            return show(request, 422, code.grouped(), Errors.of("pin", "holder.open.wrong"));
        }

        @Override
        public Response later() {
            return show(request, 429, code.grouped(), Errors.of("pin", "holder.open.later"));
        }
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

    @Override
    public Response phoneRefused(ContainerRequestContext request, int status, String key) {
        return show(request, status, "", Errors.of("phone", key));
    }

    private Response show(ContainerRequestContext request, int status, String code, Errors errors) {
        boolean another = !code.isEmpty() && sessions.hasOpenSpace(request);
        return platform.pages().show(request, status, "holder/open", new Form(code, another, errors));
    }

    private static Response with(Response response, List<NewCookie> cookies) {
        return Response.fromResponse(response)
                .cookie(cookies.toArray(new NewCookie[0]))
                .build();
    }

    /**
     * The form of code and PIN.
     *
     * @param another whether another space is open on this device, to which this one can be joined
     */
    public record Form(String code, boolean another, Errors errors) implements Translated {}

    /**
     * The question to whoever has a card that a reopening replaced.
     *
     * @param organisation public name of who reopened the space, or null when it is told no more
     */
    public record FormerCard(
            String code,
            @Nullable String organisation,
            @Nullable Instant at) implements Translated {}

    /** The space is closed on this device. */
    public record Closed(String again) implements Translated {}
}
