package fr.badgesiae.api.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What makes the reader an installed page: its manifest, and the worker that keeps it for later. */
@Cookieless
@Path("/scan")
public final class ReaderFiles {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Pages pages;
    private final String worker;

    ReaderFiles(Pages pages) {
        this.pages = pages;
        this.worker = read("worker.js");
    }

    @GET
    @Path("app.webmanifest")
    @Open
    public Response manifest(@Context ContainerRequestContext request) {
        PageContext context = pages.publicContext(request);
        ObjectNode manifest = JSON.objectNode()
                .put("name", ReaderPages.title(context) + " – " + context.brand())
                .put("short_name", context.t("offline.reader.short"))
                .put("lang", context.lang())
                .put("id", "/scan")
                .put("start_url", "/scan?lang=" + context.lang())
                .put("scope", "/")
                .put("display", "standalone")
                .put("background_color", "#ffffff");
        manifest.putArray("icons")
                .addObject()
                .put("src", context.asset("favicon.svg"))
                .put("sizes", "any")
                .put("type", "image/svg+xml");
        return Response.ok(manifest.toString(), "application/manifest+json")
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }

    /** The service worker. It keeps the files of this release, and answers for the two pages of the reader alone. */
    @GET
    @Path("worker.js")
    @Open
    public Response worker(@Context ContainerRequestContext request) {
        ObjectNode files = JSON.objectNode();
        pages.publicContext(request).assets().forEach(files::put);
        String text = worker.replace("{/* files */}", files.toString());
        return Response.ok(text, "text/javascript; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header("Service-Worker-Allowed", "/")
                .build();
    }

    /** The text of a service worker. */
    static String read(String name) {
        try (InputStream stream = ReaderFiles.class.getResourceAsStream("/fr/badgesiae/api/offline/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
