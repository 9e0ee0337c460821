package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
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
import org.jspecify.annotations.Nullable;

/** The data of one person at the desk: until when they are kept, a copy of them, their erasure. */
@Path("/app/workers/{worker}/data")
@Produces(MediaType.TEXT_HTML)
public final class FilePages {
    static final String ZIP = "application/zip";

    private final Platform platform;
    private final ShowFile show;
    private final HoldErasure hold;
    private final SetContractEnd contract;
    private final ExportFile export;
    private final EraseDeskFile erase;

    FilePages(
            Platform platform,
            ShowFile show,
            HoldErasure hold,
            SetContractEnd contract,
            ExportFile export,
            EraseDeskFile erase) {
        this.platform = platform;
        this.show = show;
        this.hold = hold;
        this.contract = contract;
        this.export = export;
        this.erase = erase;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response data(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return data(request, 200, id, null, Errors.none());
    }

    @POST
    @Path("/contract")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response contract(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @FormParam("contractEndedOn") @DefaultValue("") String typed) {
        Errors errors = contract.apply(Principal.of(request), id, typed.strip());
        return errors.isEmpty() ? back(id, "privacy.done.contract") : data(request, 422, id, typed, errors);
    }

    @POST
    @Path("/hold")
    @Allowed(Permission.AWARD)
    public Response hold(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        hold.apply(Principal.of(request), id, true);
        return back(id, "privacy.done.held");
    }

    @POST
    @Path("/release")
    @Allowed(Permission.AWARD)
    public Response release(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        hold.apply(Principal.of(request), id, false);
        return back(id, "privacy.done.released");
    }

    /** POST, since it shows the PASS IAE number and leaves an audit line. */
    @POST
    @Path("/export")
    @Produces({MediaType.TEXT_HTML, FilePages.ZIP})
    @Allowed(Permission.SENSITIVE)
    public Response export(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        PersonalExport all = export.apply(Principal.of(request), id);
        return zip(platform, request, "privacy.export.file-title", all, "dossier.zip");
    }

    @GET
    @Path("/erase")
    @Allowed(Permission.ORGANISATION)
    public Response askErase(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return erasure(request, 200, id, Errors.none());
    }

    @POST
    @Path("/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response erase(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @FormParam("sure") @DefaultValue("") String sure) {
        Principal by = Principal.of(request);
        if (sure.isEmpty()) {
            return erasure(request, 422, id, Errors.of("sure", "privacy.error.sure"));
        }
        DeskFile file = new DeskFile(by.organisation(), id.value());
        return switch (erase.apply(file, Cause.request(Actor.account(by.account())))) {
            case ERASED ->
                platform.pages().show(request, "privacy/erased", new ErasedPage("/app/workers", false, false));
            case GONE -> throw ProblemException.notFound();
            case BUSY -> throw new ProblemException(ProblemType.CONFLICT, "A badge is being signed.");
            case HELD, KEPT, LIMITED -> erasure(request, 409, id, Errors.none());
        };
    }

    private Response back(PersonId id, String done) {
        return platform.pages().seeOther("/app/workers/" + id + "/data", done);
    }

    private Response data(
            ContainerRequestContext request, int status, PersonId id, @Nullable String typed, Errors errors) {
        Principal by = Principal.of(request);
        ShowFile.File file = show.apply(by.organisation(), id);
        String day =
                file.contractEndedOn() == null ? "" : file.contractEndedOn().toString();
        DataPage page = new DataPage(
                file,
                typed == null ? day : typed,
                by.may(Permission.ORGANISATION),
                by.may(Permission.SENSITIVE),
                errors);
        return platform.pages().show(request, status, "privacy/file", page);
    }

    private Response erasure(ContainerRequestContext request, int status, PersonId id, Errors errors) {
        ShowFile.File file = show.apply(Principal.of(request).organisation(), id);
        return platform.pages().show(request, status, "privacy/erase-file", new ErasePage(file, errors));
    }

    /** The zip of an export, to be saved. */
    static Response zip(
            Platform platform, ContainerRequestContext request, String title, PersonalExport all, String name) {
        Archive.ExportPage page = Archive.page(title, all, platform.pages().context(request));
        byte[] html = platform.pages().bytes(request, "privacy/export", page);
        return Response.ok(Archive.zip(html, all), ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /**
     * The data of one person.
     *
     * @param contractEndedOn as typed
     * @param mayErase whether the member may erase the file
     * @param mayExport whether the member may take a copy of it
     */
    public record DataPage(
            ShowFile.File file, String contractEndedOn, boolean mayErase, boolean mayExport, Errors errors) {
        public String path() {
            return "/app/workers/" + file.person().id();
        }
    }

    /** The question before a file is erased. */
    public record ErasePage(ShowFile.File file, Errors errors) {
        public String path() {
            return "/app/workers/" + file.person().id();
        }
    }

    /**
     * What was erased, and what stays.
     *
     * @param space whether it was a holder's space
     * @param forgets whether this browser forgets the codes that it keeps too
     */
    public record ErasedPage(String back, boolean space, boolean forgets) {}
}
