package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.web.ApiPath;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import org.glassfish.jersey.media.multipart.BodyPart;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms with files (multipart), once {@link AuthFilter} has let their sender in: checks their token, and tells of them
 * what is told of other forms. A file stands there as its hash. The verification of badges, whose pages have no cookie, needs
 * no token.
 */
@Priority(Priorities.AUTHENTICATION + 50)
public final class FileForms implements ContainerRequestFilter {
    private final CookieCsrf csrf;

    @Context
    private ResourceInfo route;

    public FileForms(CookieCsrf csrf) {
        this.csrf = csrf;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!areTaken(route)
                || ApiPath.matches(request)
                || route.getResourceClass().isAnnotationPresent(Cookieless.class)) {
            return;
        }
        FormDataMultiPart form = ((ContainerRequest) request).readEntity(FormDataMultiPart.class);
        if (form == null) {
            throw new BadRequestException();
        }
        // Parameters of the resource are taken from here; the body is read once.
        request.setProperty(FormDataMultiPart.class.getName(), form);
        FormDataBodyPart token = form.getField("_csrf");
        csrf.check(request, token == null ? null : text(token));
        MultivaluedMap<String, String> fields = fields(form);
        SentForm.in(request).ifPresent(sent -> sent.with(fields).remember(request));
    }

    /** Whether the route declares multipart forms. */
    static boolean areTaken(ResourceInfo route) {
        Consumes taken = route.getResourceMethod().getAnnotation(Consumes.class);
        return taken != null && List.of(taken.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static MultivaluedMap<String, String> fields(FormDataMultiPart form) throws IOException {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (BodyPart part : form.getBodyParts()) {
            if (part instanceof FormDataBodyPart field) {
                String text = text(field);
                fields.add(field.getName(), text == null ? hash(field) : text);
            }
        }
        return fields;
    }

    /** The text of a field; null for a file. */
    private static @Nullable String text(FormDataBodyPart field) {
        boolean file = field.getContentDisposition().getFileName() != null;
        return file || !field.isSimple() ? null : field.getValue();
    }

    private static String hash(FormDataBodyPart file) throws IOException {
        try (InputStream bytes = file.getEntityAs(InputStream.class)) {
            return Base64.getEncoder().encodeToString(Sha256.of(bytes));
        }
    }
}
