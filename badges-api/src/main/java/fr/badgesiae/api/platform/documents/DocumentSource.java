package fr.badgesiae.api.platform.documents;

import java.net.URI;
import java.util.Optional;

/** A feature's published documents by absolute address. */
@FunctionalInterface
public interface DocumentSource {
    /**
     * Reads the current document at a URL.
     *
     * @param uri absolute; empty is returned for another origin, a query or a fragment
     * @return empty when the feature publishes nothing there
     */
    Optional<PublishedDocument> published(URI uri);

    /** The same, read again where a copy is kept: what this node serves may be a minute old. */
    default Optional<PublishedDocument> readAgain(URI uri) {
        return published(uri);
    }
}
