package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import java.net.URI;

/** Where a cache gets what it lacks. */
@FunctionalInterface
public interface DocumentSource {
    /** @param known the copy at hand, which the source need not send again; {@link Copy#NONE} for none */
    Answer get(URI uri, FetchLimits limits, Copy known);

    /** An answer. */
    sealed interface Answer {}

    /**
     * A document or a failure.
     *
     * @param headers how long a document may be kept
     */
    record Whole(FetchResult result, CacheHeaders headers) implements Answer {}

    /**
     * The copy at hand is still what the source has.
     *
     * @param headers for how long from now on
     */
    record Unchanged(CacheHeaders headers) implements Answer {}

    /**
     * What a cache has of a document.
     *
     * @param finalUri where it came from, or null for no copy
     * @param etag its entity tag, or null
     * @param lastModified its date as sent, or null
     */
    record Copy(URI finalUri, String etag, String lastModified) {
        /** No copy. */
        public static final Copy NONE = new Copy(null, null, null);
    }
}
