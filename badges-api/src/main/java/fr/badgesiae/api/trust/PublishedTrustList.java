package fr.badgesiae.api.trust;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentCache;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The signed list by URL. */
final class PublishedTrustList implements DocumentSource {
    static final String PATH = "/trust/list.jwt";

    /** A JWS in compact serialisation (RFC 7515); its header gives the type. */
    static final String TYPE = "application/jose";

    private static final int MAX_AGE = 300;
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Platform platform;
    private final DocumentCache cache;

    PublishedTrustList(Platform platform) {
        this.platform = platform;
        this.cache = new DocumentCache(platform.clock(), KEPT);
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        return uri.toString().equals(platform.settings().url(PATH)) ? newest() : Optional.empty();
    }

    /** Empty only before the first list is signed. */
    Optional<PublishedDocument> newest() {
        return cache.get(
                PATH,
                () -> platform.database()
                        .inPublic(handle -> handle.attach(TrustListDao.class).newest())
                        .map(row -> PublishedDocument.of(TYPE, row.document(), MAX_AGE)));
    }
}
