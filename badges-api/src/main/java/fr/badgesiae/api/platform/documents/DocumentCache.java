package fr.badgesiae.api.platform.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Keeps published documents for a while, and for as long as the database is away. Bounded, thread-safe. */
public final class DocumentCache {
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Duration life;
    private final Cache<String, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * @param life how long a document is served without reading it again
     */
    public DocumentCache(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** The document under a key; absence is never kept. */
    public Optional<PublishedDocument> get(String key, Supplier<Optional<PublishedDocument>> read) {
        Instant now = clock.instant();
        Kept known = kept.getIfPresent(key);
        if (known != null && now.isBefore(known.readAt().plus(life))) {
            return Optional.of(known.document());
        }
        try {
            Optional<PublishedDocument> fresh = read.get();
            fresh.ifPresentOrElse(document -> kept.put(key, new Kept(document, now)), () -> kept.invalidate(key));
            return fresh;
        } catch (JdbiException e) {
            if (known == null) {
                throw e;
            }
            return Optional.of(known.document());
        }
    }

    private record Kept(PublishedDocument document, Instant readAt) {}
}
