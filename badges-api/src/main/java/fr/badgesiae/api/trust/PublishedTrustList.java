package fr.badgesiae.api.trust;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.Copies;
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
    private static final long MOST_BYTES = 8L << 20;

    private final Platform platform;
    private final Copies<String, PublishedDocument> copies;

    PublishedTrustList(Platform platform) {
        this.platform = platform;
        this.copies = Copies.ofDocuments(platform.clock(), KEPT, MOST_BYTES);
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        return uri.toString().equals(platform.settings().url(PATH)) ? newest() : Optional.empty();
    }

    /** Empty only before the first list is signed. */
    Optional<PublishedDocument> newest() {
        return copies.get(PATH, this::read);
    }

    /** A list that this node has just signed is served at once. */
    void renew() {
        read().ifPresent(list -> copies.keep(PATH, list));
    }

    private Optional<PublishedDocument> read() {
        return platform.database()
                .inPublic(handle -> handle.attach(TrustListDao.class).newest())
                .map(row -> PublishedDocument.of(TYPE, row.document(), MAX_AGE));
    }
}
