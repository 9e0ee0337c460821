package fr.badgesiae.api.platform.documents;

import java.net.URI;
import java.util.Optional;

/** A feature's published documents by absolute address. */
@FunctionalInterface
public interface DocumentSource {
    /**
     * The document at an address of ours, read as of now.
     *
     * @param uri absolute; one of another origin, with a query or a fragment is simply not ours
     * @return empty when the feature publishes nothing there
     */
    Optional<PublishedDocument> published(URI uri);
}
