package fr.badgesiae.api.event.open;

import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.event.content.EventTime;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.limits.RequestBudget;
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
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** The page behind the code of a poster: whoever was there writes their name, or the number of their card. */
@Path("/e")
@Produces(MediaType.TEXT_HTML)
public final class PublicEventPages {
    /** Many people of a workshop share one network. */
    private static final int ENTRIES = 120;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Platform platform;
    private final FindEvent find;
    private final EnterEvent enter;
    private final RequestBudget budget;

    private PublicEventPages(Platform platform, FindEvent find, EnterEvent enter) {
        this.platform = platform;
        this.find = find;
        this.enter = enter;
        this.budget = platform.throttles().budget("event-entries", ENTRIES, WINDOW);
    }

    /** The pages with their query and their act. */
    public static PublicEventPages of(Platform platform, EventCodes codes, EnterEvent enter) {
        return new PublicEventPages(platform, new FindEvent(platform, codes), enter);
    }

    @GET
    @Open
    public Response code(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "event/code", new CodeForm("", Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response typed(@Context ContainerRequestContext request, @FormParam("code") @DefaultValue("") String typed) {
        return Code.tryParse(typed)
                .map(code -> platform.pages().seeOther("/e/" + code.grouped()))
                .orElseGet(() -> platform.pages()
                        .show(
                                request,
                                422,
                                "event/code",
                                new CodeForm(typed, Errors.of("code", "event.open.error.code"))));
    }

    @GET
    @Path("/{code}")
    @Open
    public Response form(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        Optional<Code> code = Code.tryParse(typed);
        return code.map(known -> form(request, 200, known, new Typed("", "", "", false), Errors.none()))
                .orElseGet(() -> unknown(request));
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response enter(
            @Context ContainerRequestContext request,
            @PathParam("code") String typedCode,
            @FormParam("firstName") @DefaultValue("") String first,
            @FormParam("lastName") @DefaultValue("") String last,
            @FormParam("card") @DefaultValue("") String card,
            @FormParam("there") @DefaultValue("") String there) {
        Optional<Code> code = Code.tryParse(typedCode);
        if (code.isEmpty()) {
            return unknown(request);
        }
        budget.spend(Client.of(request));
        Typed typed = new Typed(first, last, card, !there.isEmpty());
        Errors errors = typed.errors();
        if (!errors.isEmpty()) {
            return form(request, 422, code.get(), typed, errors);
        }
        Optional<EventTime> taken = enter.apply(
                code.get(), new EnterEvent.Who(typed.name(), typed.card().isBlank() ? null : Code.parse(typed.card())));
        if (taken.isEmpty()) {
            return unknown(request);
        }
        return taken.get() == EventTime.OPEN
                ? platform.pages().seeOther("/e/" + code.get().grouped() + "/done")
                : form(request, 409, code.get(), typed, Errors.none());
    }

    /** What was sent is not said again: the next person reads it on the same phone. */
    @GET
    @Path("/{code}/done")
    @Open
    public Response done(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        Optional<Code> code = Code.tryParse(typed);
        return code.flatMap(find::apply)
                .map(event -> platform.pages()
                        .show(
                                request,
                                "event/done",
                                new Receipt(event, "/e/" + code.orElseThrow().grouped())))
                .orElseGet(() -> unknown(request));
    }

    private Response form(ContainerRequestContext request, int status, Code code, Typed typed, Errors errors) {
        return find.apply(code)
                .map(event -> platform.pages()
                        .show(
                                request,
                                event.time() == EventTime.OPEN || status != 200 ? status : 410,
                                "event/open",
                                new Form(event, "/e/" + code.grouped(), typed, errors)))
                .orElseGet(() -> unknown(request));
    }

    private Response unknown(ContainerRequestContext request) {
        platform.throttles().misses().spend(Client.of(request));
        return platform.pages()
                .show(request, 404, "event/code", new CodeForm("", Errors.of("code", "event.open.error.unknown")));
    }

    /** The code as typed. */
    public record CodeForm(String typed, Errors errors) {}

    /** Who enters, as typed. */
    public record Typed(String firstName, String lastName, String card, boolean there) {
        PersonForm name() {
            return PersonForm.named(firstName, lastName);
        }

        /** A card stands for both names. */
        Errors errors() {
            Errors errors = Errors.none();
            if (!card.isBlank()) {
                if (Code.tryParse(card).isEmpty()) {
                    errors = errors.with("card", "event.open.error.card");
                }
            } else {
                Errors names = name().check();
                if (names.byField().containsKey("firstName")) {
                    errors = errors.with("firstName", "event.open.error.first");
                }
                if (names.byField().containsKey("lastName")) {
                    errors = errors.with("lastName", "event.open.error.last");
                }
            }
            return there ? errors : errors.with("there", "event.open.error.there");
        }
    }

    /** An event, and who enters. */
    public record Form(OpenEvent event, String path, Typed typed, Errors errors) {}

    /** What happens next; nothing of whoever entered. */
    public record Receipt(OpenEvent event, String path) {}
}
