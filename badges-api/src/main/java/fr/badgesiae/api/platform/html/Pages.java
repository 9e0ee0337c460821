package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders a page record with its template, in the language and session of the request. */
public final class Pages {
    /** The request property with the address at which the page that answers this form will be kept. */
    public static final String ANSWER_ADDRESS = Pages.class.getName() + ".answer-address";

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

    /** Renders a page with status 200. */
    public Response show(ContainerRequestContext request, String template, Record page) {
        return show(request, 200, template, page);
    }

    /**
     * Renders a page.
     *
     * @param template the file under {@code src/main/jte} without its extension, such as {@code feature/page}
     */
    public Response show(ContainerRequestContext request, int status, String template, Record page) {
        return show(context(request, page instanceof Translated), status, template, page);
    }

    /** Renders a page in a given context, such as one in a fixed language. */
    public Response show(PageContext context, int status, String template, Record page) {
        if (!(page instanceof Translated) && !context.languages().equals(Languages.OFFERED)) {
            throw new IllegalArgumentException(template + " has no text in an added language");
        }
        return Response.status(status)
                .type(HTML)
                .header("Content-Language", context.lang())
                .header("Vary", "Accept-Language, Cookie")
                .entity(render(context, template, page))
                .build();
    }

    /** A page as bytes, for a file. */
    public byte[] bytes(ContainerRequestContext request, String template, Record page) {
        return bytes(context(request), template, page);
    }

    /** A page in a given context as bytes, for a file. */
    public byte[] bytes(PageContext context, String template, Record page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("page", page, "context", context), output);
        return output.toByteArray();
    }

    private RenderedPage render(PageContext context, String template, Record page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Map<String, Object> values = Map.of("page", page, "context", context);
        if (Languages.OFFERED.contains(context.shownIn())) {
            engine.render(template + ".jte", values, output);
        } else {
            StringOutput written = new StringOutput();
            engine.render(template + ".jte", values, written);
            output.writeContent(FrenchParts.in(written.toString()));
        }
        return new RenderedPage(
                output, context.shownIn(), context.languages(), other -> render(context.in(other), template, page));
    }

    /** The sentence for a key, for what is read outside a page. */
    public String words(Locale language, String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** Redirects with 303 after a form was accepted. */
    public Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", URI.create(path))
                .build();
    }

    /**
     * Redirects with 303 after a form was accepted, to a page that says so at its top.
     *
     * @param path without a query
     * @param done the message key, such as {@code example.done.saved}. It stands in the address without its middle part.
     */
    public Response seeOther(String path, String done) {
        return seeOther(path + "?" + PageContext.DONE + "=" + done.replace(".done.", "."));
    }

    /** The context of this request, in French or English. */
    public PageContext context(ContainerRequestContext request) {
        return context(request, false);
    }

    /** The context of a page whose record is {@link Translated}. */
    public PageContext translated(ContainerRequestContext request) {
        return context(request, true);
    }

    /** @param translated whether the page is shown in the added languages too */
    private PageContext context(ContainerRequestContext request, boolean translated) {
        @Nullable Viewer viewer = visitors.viewer(request).orElse(null);
        List<Locale> languages = translated ? settings.languages().all() : Languages.OFFERED;
        return context(request, languages, viewer, () -> visitors.csrf(request), visitors.zone(request));
    }

    /** The context of a page without session and cookies, in Paris time: the same for everybody. */
    public PageContext publicContext(ContainerRequestContext request) {
        return context(request, Languages.OFFERED, null, () -> "", FrenchZone.PARIS);
    }

    /** The same for a page whose record is {@link Translated}. */
    public PageContext publicTranslated(ContainerRequestContext request) {
        return context(request, settings.languages().all(), null, () -> "", FrenchZone.PARIS);
    }

    public Messages messages() {
        return messages;
    }

    private PageContext context(
            ContainerRequestContext request,
            List<Locale> languages,
            @Nullable Viewer viewer,
            Supplier<String> csrf,
            FrenchZone zone) {
        PageContext.Forms forms = new PageContext.Forms(
                csrf, visitors::formKey, visitors.ended(request).orElse(null));
        return new PageContext(
                messages,
                assets,
                settings,
                Languages.of(request, languages),
                here(request, languages),
                viewer,
                visitors.footer(),
                forms,
                zone);
    }

    private static PageContext.Here here(ContainerRequestContext request, List<Locale> languages) {
        String path = "/" + request.getUriInfo().getPath(false).replaceFirst("^/+", "");
        if (!request.getMethod().equals("GET")) {
            String kept = request.getProperty(ANSWER_ADDRESS) instanceof String address
                    ? address + "?" + Languages.NAME + "="
                    : null;
            return new PageContext.Here(path, kept, null, languages);
        }
        UriBuilder same =
                UriBuilder.fromUri(request.getUriInfo().getRequestUri()).replaceQueryParam(Languages.NAME, "");
        URI whole = same.build();
        String done = request.getUriInfo().getQueryParameters().getFirst(PageContext.DONE);
        return new PageContext.Here(path, whole.getRawPath() + "?" + whole.getRawQuery(), done, languages);
    }
}
