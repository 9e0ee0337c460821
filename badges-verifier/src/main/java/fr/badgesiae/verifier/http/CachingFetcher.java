package fr.badgesiae.verifier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps fetched documents for the lifetime that their senders give them, within a bound on memory; failures briefly. Several
 * callers asking for one address at once make one fetch. Where the source is down, a copy past its lifetime may stand in for
 * it, marked stale. Thread-safe; one for all requests.
 */
public final class CachingFetcher implements Fetcher {
    private static final int ENTRY_OVERHEAD = 512;

    private final Source source;
    private final Clock clock;
    private final Duration stale;
    private final Cache<Asked, Kept> kept;
    private final ConcurrentMap<Asked, CompletableFuture<FetchResult>> flights = new ConcurrentHashMap<>();

    /**
     * @param maxBytes bound on what is kept, in bytes
     * @param stale for how long past its lifetime a copy may stand in for a source that is down; zero for never
     */
    public CachingFetcher(Source source, Clock clock, long maxBytes, Duration stale) {
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
        Asked asked = new Asked(uri, limits);
        Kept known = kept.getIfPresent(asked);
        if (known != null && clock.instant().isBefore(known.until())) {
            return local(known.result(), false);
        }
        CompletableFuture<FetchResult> mine = new CompletableFuture<>();
        CompletableFuture<FetchResult> other = flights.putIfAbsent(asked, mine);
        if (other != null) {
            return local(other.join(), false);
        }
        try {
            FetchResult result = refresh(asked, known);
            mine.complete(result);
            return result;
        } finally {
            mine.complete(new FetchResult.Failed(FetchResult.Failure.UNREACHABLE, "the fetch broke off"));
            flights.remove(asked, mine);
        }
    }

    private FetchResult refresh(Asked asked, Kept known) {
        Source.Answer answer = source.get(asked.uri(), asked.limits());
        Instant now = clock.instant();
        if (answer.result() instanceof FetchResult.Failed failed) {
            if (known != null && isDown(failed) && now.isBefore(known.until().plus(stale))) {
                return local(known.result(), true);
            }
            boolean hadDocument = known != null && known.result() instanceof FetchResult.Fetched;
            if (!(hadDocument && isDown(failed))) {
                kept.put(asked, new Kept(failed, now.plus(Lifetime.FAILURE)));
            }
            return failed;
        }
        if (!answer.lifetime().isZero() || !stale.isZero()) {
            kept.put(asked, new Kept(answer.result(), now.plus(answer.lifetime())));
        }
        return answer.result();
    }

    private static boolean isDown(FetchResult.Failed failed) {
        return switch (failed.failure()) {
            case UNREACHABLE, BAD_STATUS, DEADLINE -> true;
            default -> false;
        };
    }

    private static FetchResult local(FetchResult result, boolean stale) {
        return result instanceof FetchResult.Fetched fetched
                ? new FetchResult.Fetched(fetched.finalUri(), fetched.contentType(), fetched.body(), true, stale)
                : result;
    }

    private record Asked(URI uri, FetchLimits limits) {
        /** An address is a stranger's too, and may be as long as a document. */
        int weight() {
            return 4 * uri.toString().length();
        }
    }

    private record Kept(FetchResult result, Instant until) {
        int weight() {
            return ENTRY_OVERHEAD + (result instanceof FetchResult.Fetched fetched ? fetched.body().length : 0);
        }
    }
}
