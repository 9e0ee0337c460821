package fr.badgesiae.api.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Pages pages;
    private final String worker;

    KeptCodesPages(Pages pages) {
        this.pages = pages;
        this.worker = ReaderFiles.read("codes-worker.js");
    }

    @GET
    @Open
    public Response page(@Context ContainerRequestContext request) {
        request.setProperty(SecurityHeaders.INSTALLED, true);
        return pages.show(pages.publicTranslated(request), 200, "offline/kept", new Kept());
    }

    /** Its scope is the whole site: the space opens within the installed page, and shares what this keeps. */
    @GET
    @Path("app.webmanifest")
    @Open
    public Response manifest(@Context ContainerRequestContext request) {
        PageContext context = pages.publicTranslated(request).complete();
        ObjectNode manifest = JSON.objectNode()
                .put("name", context.t("offline.kept.title") + " – " + context.brand())
                .put("short_name", context.t("offline.kept.short"))
                .put("lang", context.lang())
                .put("id", "/codes")
                .put(
                        "start_url",
                        "/codes?lang=" + pages.publicTranslated(request).lang())
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

    /** The service worker. It keeps the files of this release, and answers for this page alone. */
    @GET
    @Path("worker.js")
    @Open
    public Response worker(@Context ContainerRequestContext request) {
        PageContext context = pages.publicTranslated(request);
        ObjectNode files = JSON.objectNode();
        context.assets().forEach((path, digest) -> {
            if (OF_THE_READER.stream().noneMatch(path::endsWith)) {
                files.put(path, digest);
            }
        });
        ArrayNode languages = JSON.arrayNode();
        context.languages().forEach(language -> languages.add(language.getLanguage()));
        String text =
                worker.replace("{/* files */}", files.toString()).replace("[/* languages */]", languages.toString());
        return Response.ok(text, "text/javascript; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header("Service-Worker-Allowed", "/codes")
                .build();
    }

    /** The page has no content of the service. */
    public record Kept() implements Translated {}
}
