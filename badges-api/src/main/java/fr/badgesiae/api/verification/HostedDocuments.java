package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fetches addresses of our exact origin from this node, with the bytes that the public address serves now. A revocation
 * therefore shows in the next verification. Every other address goes to the network.
 */
final class HostedDocuments implements Fetcher {
    private final Settings settings;
    private final List<DocumentSource> sources;
    private final Fetcher network;

    HostedDocuments(Settings settings, List<DocumentSource> sources, Fetcher network) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
        this.network = network;
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        if (!ours(uri)) {
            return network.fetch(uri, limits);
        }
        Optional<PublishedDocument> found = sources.stream()
                .flatMap(source -> source.published(uri).stream())
                .findFirst();
        return found.<FetchResult>map(
                        document -> new FetchResult.Fetched(uri, document.mediaType(), document.body(), true, false))
                .orElseGet(() -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "not published here"));
    }

    private boolean ours(URI uri) {
        URI origin = settings.publicUrl();
        return Objects.equals(uri.getScheme(), origin.getScheme())
                && Objects.equals(uri.getRawAuthority(), origin.getRawAuthority());
    }
}
