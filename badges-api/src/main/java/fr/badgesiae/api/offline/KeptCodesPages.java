package fr.badgesiae.api.offline;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The page of the codes that a holder keeps in a browser, with its manifest and its service worker. The service knows none of
 * these codes: the page is the same for everybody, and its script fills it.
 */
@Cookieless
@Path("/codes")
public final class KeptCodesPages {
    /** What the page does not need: the reader of codes, its judge and its decoder. */
    private static final List<String> OF_THE_READER = List.of("/scan.js", "/code.js", "/qr.js");

    private final Pages pages;
    private final InstalledPage installed = new InstalledPage("/codes", "/codes", "codes-worker.js", OF_THE_READER);

    KeptCodesPages(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Open
    public Response page(@Context ContainerRequestContext request) {
        request.setProperty(SecurityHeaders.INSTALLED, true);
        return pages.show(pages.publicTranslated(request), 200, "offline/kept", new Kept());
    }

    /** The space opens within the installed page, and shares what this keeps. */
    @GET
    @Path("app.webmanifest")
    @Open
    public Response manifest(@Context ContainerRequestContext request) {
        PageContext context = pages.publicTranslated(request);
        return installed.manifest(context.complete(), "offline.kept.title", "offline.kept.short", context.lang());
    }

    @GET
    @Path("worker.js")
    @Open
    public Response worker(@Context ContainerRequestContext request) {
        return installed.worker(pages.publicTranslated(request));
    }

    /** The page has no content of the service. */
    public record Kept() implements Translated {}
}
