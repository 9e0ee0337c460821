package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.http.CachingFetcher;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for document sources. */
final class PolicyOptions {
    private static final String USER_AGENT = "BadgesIAE-Verifier/0.1";
    private static final Duration FETCH_DEADLINE = Duration.ofSeconds(10);
    private static final int FETCHES_A_MINUTE = 100_000; // the badges are chosen by the user
    private static final long CACHE_BYTES = 64 << 20;

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--documents", paramLabel = "MAP.json")
    private @Nullable Path documents;

    @Option(names = "--loopback")
    private boolean loopback;

    /** An action under a policy. */
    @FunctionalInterface
    interface Work {
        int under(VerificationPolicy policy) throws InputException;
    }

    boolean loopback() {
        return loopback;
    }

    /**
     * Runs the action with network access unless it is switched off, and closes the fetcher after it.
     *
     * @param clock for the age of cached documents
     */
    int run(Instant at, Clock clock, Work work) throws InputException {
        VerificationPolicy policy = VerificationPolicy.at(at, Fetcher.offline())
                .withDocuments(documents == null ? Fetcher.offline() : MappedDocuments.read(documents));
        policy = loopback ? policy.withLoopback() : policy;
        if (offline) {
            return work.under(policy);
        }
        try (HttpFetcher http = new HttpFetcher(USER_AGENT, FETCH_DEADLINE, loopback, FETCHES_A_MINUTE)) {
            return work.under(policy.withFetcher(new CachingFetcher(http, clock, CACHE_BYTES, Duration.ZERO)));
        }
    }

    /** Given documents first, then the network; for requests outside a verification. */
    static Fetcher fetcher(VerificationPolicy policy) {
        return (uri, limits) -> {
            var given = policy.documents().fetch(uri, limits);
            return given instanceof fr.badgesiae.verifier.FetchResult.Fetched
                    ? given
                    : policy.fetcher().fetch(uri, limits);
        };
    }
}
