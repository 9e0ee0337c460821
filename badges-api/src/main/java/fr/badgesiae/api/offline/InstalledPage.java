package fr.badgesiae.api.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What makes a page an installed one: its manifest, and the service worker that keeps it for later. */
final class InstalledPage {
    /** What all workers do; that of one page stands behind it. */
    private static final String SHARED = "release-files.js";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String path;
    private final String scope;
    private final List<String> unneeded;
    private final String worker;

    /**
     * @param scope the paths that the worker answers for
     * @param worker the file of its own part
     * @param unneeded ends of the names of assets that the page does not need
     */
    InstalledPage(String path, String scope, String worker, List<String> unneeded) {
        this.path = path;
        this.scope = scope;
        this.unneeded = unneeded;
        this.worker = read(SHARED) + read(worker);
    }

    /**
     * The manifest. Its scope is the whole site: other pages open within the installed one.
     *
     * @param title the key of the page's title
     * @param shortName the key of the name below its icon
     * @param language in which the page opens
     */
    Response manifest(PageContext context, String title, String shortName, String language) {
        ObjectNode manifest = JSON.objectNode()
                .put("name", context.t(title) + " – " + context.brand())
                .put("short_name", context.t(shortName))
                .put("lang", context.lang())
                .put("id", path)
                .put("start_url", path + "?lang=" + language)
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
    Response worker(PageContext context) {
        ObjectNode files = JSON.objectNode();
        context.assets().forEach((file, digest) -> {
            if (unneeded.stream().noneMatch(file::endsWith)) {
                files.put(file, digest);
            }
        });
        ArrayNode languages = JSON.arrayNode();
        context.languages().forEach(language -> languages.add(language.getLanguage()));
        String text =
                worker.replace("{/* files */}", files.toString()).replace("[/* languages */]", languages.toString());
        return Response.ok(text, "text/javascript; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header("Service-Worker-Allowed", scope)
                .build();
    }

    private static String read(String name) {
        try (InputStream stream = InstalledPage.class.getResourceAsStream("/fr/badgesiae/api/offline/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
