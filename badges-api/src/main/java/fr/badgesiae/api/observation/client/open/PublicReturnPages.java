package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.ClientReport;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** The page behind the code on a time sheet: a client says what they saw. Nothing that was said is shown again. */
@Path("/r")
@Produces(MediaType.TEXT_HTML)
public final class PublicReturnPages {
    private static final int RETURNS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Platform platform;
    private final FindOpenCode find;
    private final NoteReturn note;
    private final ReportCode report;
    private final RequestBudget budget;

    private PublicReturnPages(Platform platform, FindOpenCode find, NoteReturn note, ReportCode report) {
        this.platform = platform;
        this.find = find;
        this.note = note;
        this.report = report;
        this.budget = platform.throttles().budget("client-returns", RETURNS, WINDOW);
    }

    /** The pages with their query and their acts. */
    public static PublicReturnPages of(Platform platform, ClientCodes codes) {
        return new PublicReturnPages(
                platform,
                new FindOpenCode(platform, codes),
                new NoteReturn(platform, codes),
                new ReportCode(platform, codes));
    }

    @GET
    @Open
    public Response code(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "observation/return-code", new CodeForm("", Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response typed(@Context ContainerRequestContext request, @FormParam("code") @DefaultValue("") String typed) {
        return Code.tryParse(typed)
                .map(code -> platform.pages().seeOther("/r/" + code.grouped()))
                .orElseGet(() -> platform.pages()
                        .show(
                                request,
                                422,
                                "observation/return-code",
                                new CodeForm(typed, Errors.of("code", "observation.client.open.error.code"))));
    }

    @GET
    @Path("/{code}")
    @Open
    public Response form(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        Optional<Code> code = Code.tryParse(typed);
        return code.flatMap(find::apply)
                .map(open -> form(
                        request,
                        open.open() ? 200 : 410,
                        new Form(open, path(code), ReturnForm.blank(open.tasks().size()), false, Errors.none())))
                .orElseGet(() -> unknown(request));
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response note(
            @Context ContainerRequestContext request,
            @PathParam("code") String typedCode,
            MultivaluedMap<String, String> typed) {
        budget.spend(Client.of(request));
        Optional<Code> code = Code.tryParse(typedCode);
        Optional<OpenCode> open = code.flatMap(find::apply);
        if (open.isEmpty()) {
            return unknown(request);
        }
        ReturnForm said = ReturnForm.of(typed, open.get().tasks().size());
        Errors errors = said.errors();
        boolean advised = errors.isEmpty() && !said.anyway() && !said.careful().isEmpty();
        if (!errors.isEmpty() || advised) {
            return form(request, 422, new Form(open.get(), path(code), said, advised, errors));
        }
        Optional<Boolean> taken = note.apply(code.orElseThrow(), said);
        if (taken.isEmpty()) {
            return unknown(request);
        }
        return taken.get()
                ? platform.pages().seeOther(path(code) + "/done")
                : form(request, 409, new Form(open.get(), path(code), said, false, Errors.none()));
    }

    /** What was said is not said again: the next client reads it on the same code. */
    @GET
    @Path("/{code}/done")
    @Open
    public Response done(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        return Code.tryParse(typed)
                .flatMap(find::apply)
                .map(open -> platform.pages().show(request, "observation/return-done", new Receipt(open, false)))
                .orElseGet(() -> unknown(request));
    }

    /** @param what the name of a {@link ClientReport} */
    @POST
    @Path("/{code}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response report(
            @Context ContainerRequestContext request,
            @PathParam("code") String typed,
            @FormParam("what") @DefaultValue("") String what) {
        budget.spend(Client.of(request));
        ClientReport chosen = ClientReport.find(what).orElse(ClientReport.ABUSE);
        return Code.tryParse(typed)
                .flatMap(code -> report.apply(code, chosen))
                .map(open -> platform.pages().show(request, "observation/return-done", new Receipt(open, true)))
                .orElseGet(() -> unknown(request));
    }

    private Response form(ContainerRequestContext request, int status, Form form) {
        return platform.pages().show(request, status, "observation/return", form);
    }

    private Response unknown(ContainerRequestContext request) {
        platform.throttles().misses().spend(Client.of(request));
        return platform.pages()
                .show(
                        request,
                        404,
                        "observation/return-code",
                        new CodeForm("", Errors.of("code", "observation.client.open.error.unknown")));
    }

    private static String path(Optional<Code> code) {
        return "/r/" + code.orElseThrow().grouped();
    }

    /** The code as typed. */
    public record CodeForm(String typed, Errors errors) {}

    /**
     * What the client is asked.
     *
     * @param advised whether words of the sentence do not belong here; sent again, it is taken
     */
    public record Form(OpenCode code, String path, ReturnForm said, boolean advised, Errors errors) {}

    /**
     * What happens next; nothing of what was said.
     *
     * @param reported whether it was a report
     */
    public record Receipt(OpenCode code, boolean reported) {}
}
