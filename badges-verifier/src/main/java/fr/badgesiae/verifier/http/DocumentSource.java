package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The origin of a cache's documents, with conditional requests. */
@FunctionalInterface
public interface DocumentSource {
    /** @param known the cached copy, which the source need not send again; {@link Copy#NONE} for none */
    Answer get(URI uri, FetchLimits limits, Copy known);

    /** The result of a conditional request. */
    sealed interface Answer {}

    /**
     * A document or a failure.
     *
     * @param headers the caching headers of the document
     */
    record Whole(FetchResult result, CacheHeaders headers) implements Answer {}

    /**
     * The cached copy is still current.
     *
     * @param headers the caching headers of the 304 response
     */
    record Unchanged(CacheHeaders headers) implements Answer {}

    /**
     * The validators of a cached copy.
     *
     * @param finalUri the URL after redirects, or null for no copy
     * @param etag the entity tag, or null
     * @param lastModified the date as sent, or null
     */
    record Copy(
            @Nullable URI finalUri,
            @Nullable String etag,
            @Nullable String lastModified) {
        /** No copy. */
        public static final Copy NONE = new Copy(null, null, null);
    }
}
