package fr.badgesiae.verifier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches documents for their freshness lifetime, within a bound on memory, and failures briefly. A stale document is
 * revalidated before it is fetched again. Concurrent requests for one URL share one fetch. While a server is unreachable, a
 * stale copy may be used, marked as stale. Thread-safe; one for all requests.
 */
public final class CachingFetcher implements Fetcher {
    /** The size of an entry beside its body and URL, so that the bound on bytes also bounds entries. */
    static final int ENTRY_OVERHEAD = 512;

    private final DocumentSource source;
    private final Clock clock;
    private final Duration stale;
    private final Cache<Asked, Kept> kept;
    private final ConcurrentMap<Asked, CompletableFuture<FetchResult>> flights = new ConcurrentHashMap<>();

    /**
     * @param maxBytes the size of the cache, in bytes
     * @param stale how long past its lifetime a copy may be used while the server is unreachable; zero for never
     */
    public CachingFetcher(DocumentSource source, Clock clock, long maxBytes, Duration stale) {
        this.source = source;
        this.clock = clock;
        this.stale = stale;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<Asked, Kept>weigher((asked, entry) -> asked.weight() + entry.weight())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        Asked asked = new Asked(UrlPolicy.withoutFragment(uri), limits);
        Kept known = kept.getIfPresent(asked);
        if (known != null && fresh(known)) {
            return local(known.result(), false);
        }
        CompletableFuture<FetchResult> mine = new CompletableFuture<>();
        CompletableFuture<FetchResult> other = flights.putIfAbsent(asked, mine);
        if (other != null) {
            return local(other.join(), false);
        }
        try {
            // Another fetch may have completed between the look-up and this point.
            Kept landed = kept.getIfPresent(asked);
            FetchResult result =
                    landed != null && fresh(landed) ? local(landed.result(), false) : refresh(asked, landed);
            mine.complete(result);
            return result;
        } finally {
            mine.complete(new FetchResult.Failed(Failure.UNREACHABLE, "the fetch broke off"));
            flights.remove(asked, mine);
        }
    }

    private boolean fresh(Kept known) {
        return clock.instant().isBefore(known.until());
    }

    private FetchResult refresh(Asked asked, @Nullable Kept known) {
        Instant before = clock.instant();
        DocumentSource.Answer answer =
                source.get(asked.uri(), asked.limits(), known == null ? DocumentSource.Copy.NONE : known.copy());
        if (answer instanceof DocumentSource.Whole whole) {
            return whole.result() instanceof FetchResult.Failed failed
                    ? failed(asked, known, failed)
                    : keep(asked, whole.result(), whole.headers(), before);
        }
        return known == null
                ? new FetchResult.Failed(Failure.BAD_STATUS, "unchanged, of nothing")
                : keep(
                        asked,
                        known.result(),
                        known.headers().updatedBy(((DocumentSource.Unchanged) answer).headers()),
                        before);
    }

    /** The lifetime starts at the request: the response may have been delayed. */
    private FetchResult keep(Asked asked, FetchResult result, CacheHeaders headers, Instant before) {
        FreshnessLifetime lifetime = FreshnessLifetime.of(headers, before);
        boolean useful = !lifetime.fresh().isZero()
                || headers.etag() != null
                || headers.lastModified() != null
                || (lifetime.stale() && !stale.isZero());
        if (lifetime.keep() && useful) {
            kept.put(asked, new Kept(result, headers, before.plus(lifetime.fresh()), lifetime.stale()));
        } else {
            kept.invalidate(asked);
        }
        return result;
    }

    private FetchResult failed(Asked asked, @Nullable Kept known, FetchResult.Failed failed) {
        Instant now = clock.instant();
        if (known != null && known.result() instanceof FetchResult.Fetched && mayRecover(failed)) {
            return known.stale() && now.isBefore(known.until().plus(stale)) ? local(known.result(), true) : failed;
        }
        if (failed.failure() != Failure.TOO_MANY_FETCHES) { // which says more about this client than about the document
            kept.put(asked, new Kept(failed, CacheHeaders.NONE, now.plus(FreshnessLifetime.FAILURE), false));
        }
        return failed;
    }

    private static boolean mayRecover(FetchResult.Failed failed) {
        return switch (failed.failure()) {
            case UNREACHABLE, HOST_UNKNOWN, CONNECTION_REFUSED, NOT_SECURE -> true;
            case BAD_STATUS, REFUSED_BY_SERVER, ACCESS_DENIED, DEADLINE, TOO_MANY_FETCHES -> true;
            default -> false;
        };
    }

    private static FetchResult local(FetchResult result, boolean stale) {
        return result instanceof FetchResult.Fetched fetched
                ? new FetchResult.Fetched(fetched.finalUri(), fetched.contentType(), fetched.body(), true, stale)
                : result;
    }

    private record Asked(URI uri, FetchLimits limits) {
        /** URLs count too: a submitted one may be as long as a document. */
        int weight() {
            return 4 * uri.toString().length();
        }
    }

    private record Kept(FetchResult result, CacheHeaders headers, Instant until, boolean stale) {
        int weight() {
            int body = result instanceof FetchResult.Fetched fetched
                    ? fetched.body().length + 2 * fetched.contentType().length()
                    : ((FetchResult.Failed) result).goneBody().length;
            return ENTRY_OVERHEAD + headers.weight() + body;
        }

        DocumentSource.Copy copy() {
            return result instanceof FetchResult.Fetched fetched
                    ? new DocumentSource.Copy(fetched.finalUri(), headers.etag(), headers.lastModified())
                    : DocumentSource.Copy.NONE;
        }
    }
}
