package fr.badgesiae.api.platform.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.JdbiException;

/**
 * Copies of what is published, in bounded memory. A fresh copy is served as it is; an old one is read again, and served while
 * the database does not answer. Thread-safe.
 */
public final class Copies<K, V> {
    /** Bytes of an entry beside its value: key, instant and references. */
    public static final int ENTRY_BYTES = 300;

    private final Clock clock;
    private final Duration freshness;
    private final Duration meanwhile;
    private final DatabasePause pause;
    private final Cache<K, Copy<V>> entries;

    /**
     * @param freshness how long a copy is served before it is read again
     * @param mostBytes of all copies; beyond them, those least asked for are dropped
     * @param bytes of one value
     */
    public Copies(Clock clock, Duration freshness, long mostBytes, ToIntFunction<V> bytes) {
        this(clock, freshness, Duration.ZERO, mostBytes, bytes);
    }

    /**
     * Copies of what takes long to read.
     *
     * @param meanwhile how long the others are served an old copy while one caller reads it again
     */
    public Copies(Clock clock, Duration freshness, Duration meanwhile, long mostBytes, ToIntFunction<V> bytes) {
        this.clock = clock;
        this.freshness = freshness;
        this.meanwhile = meanwhile;
        this.pause = new DatabasePause(clock);
        this.entries = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<K, Copy<V>>weigher((key, copy) -> ENTRY_BYTES + bytes.applyAsInt(copy.value()))
                .build();
    }

    /** Copies of documents. */
    public static <K> Copies<K, PublishedDocument> ofDocuments(Clock clock, Duration freshness, long mostBytes) {
        return new Copies<>(clock, freshness, mostBytes, document -> document.body().length);
    }

    /** The value under a key. A missing value is not kept. */
    public Optional<V> get(K key, Supplier<Optional<V>> read) {
        Instant now = clock.instant();
        Copy<V> known = entries.getIfPresent(key);
        if (known != null && (now.isBefore(known.readAt().plus(freshness)) || !pause.mayAsk())) {
            return Optional.of(known.value());
        }
        if (known != null
                && !known.mayRead()
                && now.isBefore(known.readAt().plus(freshness).plus(meanwhile))) {
            return Optional.of(known.value());
        }
        try {
            Optional<V> fresh = read.get();
            pause.answered();
            fresh.ifPresentOrElse(value -> entries.put(key, new Copy<>(value, now)), () -> entries.invalidate(key));
            return fresh;
        } catch (JdbiException e) {
            pause.failed();
            if (known == null) {
                throw e;
            }
            return Optional.of(known.value());
        } finally {
            if (known != null) {
                known.reading().set(false);
            }
        }
    }

    /** Keeps a value that nobody has asked for yet. */
    public void keep(K key, V value) {
        entries.put(key, new Copy<>(value, clock.instant()));
    }

    /** Makes a copy old: the next reader reads it again, and gets the copy while the database does not answer. */
    public void age(K key) {
        entries.asMap().computeIfPresent(key, (same, copy) -> new Copy<>(copy.value(), Instant.MIN));
    }

    /** The bytes of all copies, about. */
    public long bytes() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /**
     * A copy.
     *
     * @param reading whether a caller is reading it again
     */
    private record Copy<V>(V value, Instant readAt, AtomicBoolean reading) {
        Copy(V value, Instant readAt) {
            this(value, readAt, new AtomicBoolean());
        }

        /** True for one caller at a time. */
        boolean mayRead() {
            return reading.compareAndSet(false, true);
        }
    }
}
