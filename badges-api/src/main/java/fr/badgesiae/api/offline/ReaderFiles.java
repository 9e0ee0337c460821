package fr.badgesiae.api.offline;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What makes the reader an installed page. Its worker answers for two pages: the reader, and the address of a code. */
@Cookieless
@Path("/scan")
public final class ReaderFiles {
    private final Pages pages;
    private final InstalledPage installed = new InstalledPage("/scan", "/", "scan-worker.js", List.of());

    ReaderFiles(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Path("app.webmanifest")
    @Open
    public Response manifest(@Context ContainerRequestContext request) {
        PageContext context = pages.publicContext(request);
        return installed.manifest(context, "offline.reader.title", "offline.reader.short", context.lang());
    }

    @GET
    @Path("worker.js")
    @Open
    public Response worker(@Context ContainerRequestContext request) {
        return installed.worker(pages.publicContext(request));
    }
}
