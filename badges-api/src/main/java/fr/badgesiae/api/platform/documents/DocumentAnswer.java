package fr.badgesiae.api.platform.documents;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The HTTP answer with a published document: cacheable, conditional (RFC 9110), open to any origin (CORS). */
public final class DocumentAnswer {
    private DocumentAnswer() {}

    /** 200 with the bytes, or 304 when the client has them already. */
    public static Response of(Request request, PublishedDocument document) {
        CacheControl cache = new CacheControl();
        cache.setPrivate(false);
        cache.setNoTransform(true);
        cache.setMaxAge(document.maxAge());
        EntityTag tag = new EntityTag(document.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(document.body(), document.mediaType()) : unchanged;
        return answer.tag(tag)
                .cacheControl(cache)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
