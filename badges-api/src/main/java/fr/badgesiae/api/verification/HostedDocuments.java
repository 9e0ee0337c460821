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
 * Answers for our exact origin with the bytes that the public address would serve, read as of now, so that a revocation
 * shows in the very next judgement; hands every other address on.
 */
public final class HostedDocuments implements Fetcher {
    private final Settings settings;
    private final List<DocumentSource> sources;
    private final Fetcher elsewhere;

    public HostedDocuments(Settings settings, List<DocumentSource> sources, Fetcher elsewhere) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
        this.elsewhere = elsewhere;
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        if (!ours(uri)) {
            return elsewhere.fetch(uri, limits);
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
