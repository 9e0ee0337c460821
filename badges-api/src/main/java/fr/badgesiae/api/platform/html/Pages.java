package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Renders a feature's page record with its template, inside the reader's frame. */
public final class Pages {
    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Messages messages;
    private final Assets assets;
    private final Settings settings;
    private final Visitors visitors;

    public Pages(Messages messages, Assets assets, Settings settings, Visitors visitors) {
        this.messages = messages;
        this.assets = assets;
        this.settings = settings;
        this.visitors = visitors;
    }

    /** A page with status 200. */
    public Response show(ContainerRequestContext request, String template, Record page) {
        return show(request, 200, template, page);
    }

    /**
     * A page.
     *
     * @param template the file under {@code src/main/jte} without its ending, such as {@code award/slip}
     */
    public Response show(ContainerRequestContext request, int status, String template, Record page) {
        return show(frame(request), status, template, page);
    }

    /** A page in a frame of the caller's choosing, such as one in a fixed language. */
    public Response show(Frame frame, int status, String template, Record page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("page", page, "frame", frame), output);
        return Response.status(status)
                .type(HTML)
                .header("Content-Language", frame.lang())
                .header("Vary", "Accept-Language, Cookie")
                .entity(new RenderedPage(output))
                .build();
    }

    /** After a form was taken: the reader's browser asks for this path next. */
    public Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", URI.create(path))
                .build();
    }

    /** What templates know of this request. */
    public Frame frame(ContainerRequestContext request) {
        Viewer viewer = visitors.viewer(request).orElse(null);
        return frame(request, viewer, () -> visitors.csrf(request));
    }

    /** The frame of a page without session, cookie or reader: the same for everybody who asks for it. */
    public Frame publicFrame(ContainerRequestContext request) {
        return frame(request, null, () -> "");
    }

    public Messages messages() {
        return messages;
    }

    private Frame frame(ContainerRequestContext request, Viewer viewer, Supplier<String> csrf) {
        Locale language = Languages.of(request);
        return new Frame(messages, assets, settings, language, here(request, language), viewer, csrf);
    }

    private static Frame.Here here(ContainerRequestContext request, Locale language) {
        String path = "/" + request.getUriInfo().getPath(false).replaceFirst("^/+", "");
        if (!request.getMethod().equals("GET")) {
            return new Frame.Here(path, null);
        }
        String other = language.equals(Locale.FRENCH) ? "en" : "fr";
        UriBuilder same =
                UriBuilder.fromUri(request.getUriInfo().getRequestUri()).replaceQueryParam("lang", other);
        URI whole = same.build();
        return new Frame.Here(path, whole.getRawPath() + "?" + whole.getRawQuery());
    }
}
