package fr.badgesiae.api.platform.html;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Sends a rendered page. */
public final class RenderedPageWriter implements MessageBodyWriter<RenderedPage> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == RenderedPage.class;
    }

    @Override
    public void writeTo(
            RenderedPage page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        // One write: a page has hundreds of parts, and each write passes through all layers of the server.
        byte[] bytes = page.output().toByteArray();
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        stream.write(bytes);
    }
}
