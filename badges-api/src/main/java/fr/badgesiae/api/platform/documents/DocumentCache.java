package fr.badgesiae.api.platform.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Caches published documents; serves expired ones while the database is unavailable. Bounded, thread-safe. */
public final class DocumentCache {
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Duration freshness;
    private final Cache<String, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * @param freshness how long a document is served before it is read again
     */
    public DocumentCache(Clock clock, Duration freshness) {
        this.clock = clock;
        this.freshness = freshness;
    }

    /** The document under a key. A missing document is not cached. */
    public Optional<PublishedDocument> get(String key, Supplier<Optional<PublishedDocument>> read) {
        Instant now = clock.instant();
        Entry known = entries.getIfPresent(key);
        if (known != null && now.isBefore(known.readAt().plus(freshness))) {
            return Optional.of(known.document());
        }
        try {
            Optional<PublishedDocument> fresh = read.get();
            fresh.ifPresentOrElse(
                    document -> entries.put(key, new Entry(document, now)), () -> entries.invalidate(key));
            return fresh;
        } catch (JdbiException e) {
            if (known == null) {
                throw e;
            }
            return Optional.of(known.document());
        }
    }

    private record Entry(PublishedDocument document, Instant readAt) {}
}
