package fr.badgesiae.api.privacy;

import fr.badgesiae.api.holder.PinCheck;
import fr.badgesiae.api.holder.access.AnnouncedFiles.AnnouncedFile;
import fr.badgesiae.api.journal.OwnActs;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.Navigation;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
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
import java.time.LocalDate;
import java.util.List;

/** The holder's own data: until when the space is kept, a copy of everything, closing the space for good. */
@Path("/me/data")
@Produces(MediaType.TEXT_HTML)
public final class SpaceDataPages {
    private final Platform platform;
    private final ShowSpace show;
    private final ExportSpace export;
    private final EraseSpace erase;
    private final PinCheck pins;

    SpaceDataPages(Platform platform, ShowSpace show, ExportSpace export, EraseSpace erase, PinCheck pins) {
        this.platform = platform;
        this.show = show;
        this.export = export;
        this.erase = erase;
        this.pins = pins;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response data(@Context ContainerRequestContext request) {
        ShowSpace.Space space = show.apply(HolderPrincipal.of(request).holder());
        return platform.pages()
                .show(request, "privacy/space", new SpacePage(space.until(), space.files(), space.done()));
    }

    @POST
    @Path("/export")
    @Produces({MediaType.TEXT_HTML, FilePages.ZIP})
    @Allowed(Permission.HOLDER)
    public Response export(@Context ContainerRequestContext request) {
        HolderId holder = HolderPrincipal.of(request).holder();
        return FilePages.zip(platform, request, "privacy.export.space-title", export.apply(holder), "mes-badges.zip");
    }

    @GET
    @Path("/erase")
    @Allowed(Permission.HOLDER)
    public Response askErase(@Context ContainerRequestContext request) {
        return ask(request, 200, Errors.none());
    }

    /** The PIN is asked again: the device may be somebody else's. */
    @POST
    @Path("/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response erase(@Context ContainerRequestContext request, @FormParam("pin") @DefaultValue("") String typed) {
        HolderId holder = HolderPrincipal.of(request).holder();
        String pin = typed.replaceAll("[\\s\u00a0]", "");
        if (!pin.matches("\\d{6}")) {
            return ask(request, 422, Errors.of("pin", "privacy.error.pin"));
        }
        PinCheck.Compared compared = pins.compare(holder, pin);
        return switch (compared.result()) {
            case MATCHES -> erased(request, holder, compared);
            case WRONG -> ask(request, 422, Errors.of("pin", "privacy.error.pin"));
            case LATER -> ask(request, 429, Errors.of("pin", "privacy.error.later"));
        };
    }

    /** What was erased and what stays. A page for everybody: the session that could show it is gone. */
    @GET
    @Path("/erased")
    @Open
    public Response erased(@Context ContainerRequestContext request) {
        return platform.pages()
                .show(request, "privacy/erased", new FilePages.ErasedPage("/", true, Navigation.isOurs(request)));
    }

    private Response erased(ContainerRequestContext request, HolderId holder, PinCheck.Compared compared) {
        Cause wish = Cause.request(Actor.holder(holder), handle -> compared.isInForce(handle, holder));
        return switch (erase.apply(holder, wish)) {
            case ERASED, GONE -> platform.pages().seeOther("/me/data/erased");
            case LIMITED -> ask(request, 409, Errors.of("pin", "privacy.error.limited"));
            case KEPT -> ask(request, 422, Errors.of("pin", "privacy.error.pin"));
            case BUSY, HELD -> throw new ProblemException(ProblemType.CONFLICT, "A badge is being signed.");
        };
    }

    private Response ask(ContainerRequestContext request, int status, Errors errors) {
        return platform.pages().show(request, status, "privacy/erase-space", new EraseSpacePage(errors));
    }

    /**
     * The holder's data.
     *
     * @param until the last day of the space if nobody opens it again
     * @param files that organisations will erase
     * @param done the latest acts that concern the holder, newest first
     */
    public record SpacePage(LocalDate until, List<AnnouncedFile> files, List<OwnActs.Line> done) {}

    /** The question before a space is erased. */
    public record EraseSpacePage(Errors errors) {}
}
