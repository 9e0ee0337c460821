package fr.badgesiae.api.reopening;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
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
import java.util.Locale;
import java.util.Optional;

/** The slip of a reopening: its PIN, and a PIN of one's own; the space opens and shows the new card. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
public final class AccessSlipPages {
    private final Platform platform;
    private final FindReopening find;
    private final UseReopening use;
    private final ShowCardAgain again;
    private final Sessions sessions;

    AccessSlipPages(Platform platform, FindReopening find, UseReopening use, ShowCardAgain again, Sessions sessions) {
        this.platform = platform;
        this.find = find;
        this.use = use;
        this.again = again;
        this.sessions = sessions;
    }

    @GET
    @Path("/{code}")
    @Open
    public Response form(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        Optional<Code> code = Code.tryParse(typed);
        FindReopening.Found found = code.map(find::apply).orElse(FindReopening.Found.UNKNOWN);
        if (code.isPresent() && found == FindReopening.Found.OPEN) {
            return ask(request, 200, code.get(), Errors.none());
        }
        return code.isPresent() && found == FindReopening.Found.SHOWS_CARD
                ? askAgain(request, 200, code.get(), Errors.none())
                : shut(request, found);
    }

    /** The slip has served: the PIN that its holder chose leads to the card again. */
    @POST
    @Path("/{code}/card")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response again(
            @Context ContainerRequestContext request,
            @PathParam("code") String typed,
            @FormParam("pin") @DefaultValue("") String pin) {
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return shut(request, FindReopening.Found.UNKNOWN);
        }
        String digits = pin.replaceAll("[\\s\u00a0]", "");
        if (!digits.matches("\\d{6}")) {
            return askAgain(request, 422, code.get(), Errors.of("pin", "reopening.easy.six"));
        }
        return again.apply(code.get(), digits, Client.of(request)).fold(new ShowCardAgain.Cases<>() {
            @Override
            public Response shown(OpenedSession session) {
                return toCard(session);
            }

            @Override
            public Response over() {
                return shut(request, find.apply(code.get()));
            }

            @Override
            public Response wrong() {
                return askAgain(request, 422, code.get(), Errors.of("pin", "reopening.easy.again.wrong"));
            }

            @Override
            public Response later() {
                return askAgain(request, 429, code.get(), Errors.of("pin", "reopening.easy.later"));
            }
        });
    }

    private Response toCard(OpenedSession session) {
        return Response.fromResponse(platform.pages().seeOther("/me/card"))
                .cookie(sessions.cookies(session).toArray(new NewCookie[0]))
                .build();
    }

    private Response askAgain(ContainerRequestContext request, int status, Code code, Errors errors) {
        AgainPage page = new AgainPage("/access/" + code.grouped() + "/card", errors);
        return platform.pages().show(request, status, "reopening/again", page);
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response open(
            @Context ContainerRequestContext request,
            @PathParam("code") String typed,
            @FormParam("slip") @DefaultValue("") String slip,
            @FormParam("pin") @DefaultValue("") String chosen,
            @FormParam("again") @DefaultValue("") String again) {
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return shut(request, FindReopening.Found.UNKNOWN);
        }
        String pin = slip.replaceAll("[\\s\u00a0]", "");
        Errors errors = Errors.none();
        if (!pin.matches("\\d{6}")) {
            // Not counted as an attempt: five digits are no guess.
            errors = errors.with("slip", "reopening.easy.six");
        }
        if (!chosen.equals(again)) {
            errors = errors.with("again", "reopening.easy.differ");
        }
        return errors.isEmpty()
                ? use.apply(code.get(), pin, chosen, Client.of(request)).fold(new Answer(request, code.get()))
                : ask(request, 422, code.get(), errors);
    }

    /** The answer to a slip and its PIN. */
    private final class Answer implements UseReopening.Cases<Response> {
        private final ContainerRequestContext request;
        private final Code code;

        Answer(ContainerRequestContext request, Code code) {
            this.request = request;
            this.code = code;
        }

        @Override
        public Response shut(FindReopening.Found found) {
            return AccessSlipPages.this.shut(request, found);
        }

        @Override
        public Response later() {
            return ask(request, 429, code, Errors.of("slip", "reopening.easy.later"));
        }

        @Override
        public Response wrong(int left) {
            return ask(request, 422, code, Errors.of("slip", "reopening.easy.wrong", left));
        }

        @Override
        public Response tooSimple() {
            return ask(request, 422, code, Errors.of("pin", "reopening.easy.simple"));
        }

        @Override
        public Response pinOfSlip() {
            return ask(request, 422, code, Errors.of("pin", "reopening.easy.of-slip"));
        }

        @Override
        public Response opened(OpenedSession session) {
            return toCard(session);
        }
    }

    private Response ask(ContainerRequestContext request, int status, Code code, Errors errors) {
        return platform.pages()
                .show(request, status, "reopening/use", new UsePage("/access/" + code.grouped(), errors));
    }

    private Response shut(ContainerRequestContext request, FindReopening.Found found) {
        if (found == FindReopening.Found.UNKNOWN) {
            platform.throttles().misses().spend(Client.of(request));
        }
        int status = switch (found) {
            case UNKNOWN -> 404;
            case LOCKED -> 403;
            case OPEN, SHOWS_CARD, USED, CLOSED -> 410;
        };
        // A slip that shows its card has served too, for whoever asks it to open a space once more.
        FindReopening.Found said = found == FindReopening.Found.SHOWS_CARD ? FindReopening.Found.USED : found;
        String key = "reopening.easy.shut." + said.name().toLowerCase(Locale.ROOT);
        return platform.pages().show(request, status, "reopening/shut", new Shut(key, "/me/open"));
    }

    /** The PIN that the holder chose with this slip. */
    public record AgainPage(String action, Errors errors) implements Translated {}

    /** The PIN of the slip, and a new PIN twice. */
    public record UsePage(String action, Errors errors) implements Translated {}

    /**
     * The reason why a slip opens nothing.
     *
     * @param key the message key of the title; {@code key.text} has the words
     */
    public record Shut(String key, String next) implements Translated {}
}
