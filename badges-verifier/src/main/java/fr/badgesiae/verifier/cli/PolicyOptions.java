package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.http.CachingFetcher;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that decide where documents come from and when it is. */
final class PolicyOptions {
    private static final String USER_AGENT = "BadgesIAE-Verifier/0.1";
    private static final Duration FETCH_DEADLINE = Duration.ofSeconds(10);
    private static final int FETCHES_A_MINUTE = 100_000; // the user chose the badges, not a stranger
    private static final long CACHE_BYTES = 64 << 20;

    @Option(names = "--at", converter = AnInstant.class, paramLabel = "INSTANT")
    private Instant at;

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--documents", paramLabel = "MAP.json")
    private Path documents;

    @Option(names = "--loopback")
    private boolean loopback;

    /** What is done under a policy. */
    @FunctionalInterface
    interface Work {
        int under(VerificationPolicy policy) throws InputException;
    }

    boolean loopback() {
        return loopback;
    }

    /** Does the work with the door open, or shut when it is to stay so, and shuts it after. */
    int run(Clock clock, Work work) throws InputException {
        VerificationPolicy policy = VerificationPolicy.at(at == null ? clock.instant() : at, Fetcher.offline())
                .withDocuments(documents == null ? Fetcher.offline() : MappedDocuments.read(documents));
        policy = loopback ? policy.withLoopback() : policy;
        if (offline) {
            return work.under(policy);
        }
        try (HttpFetcher http = new HttpFetcher(USER_AGENT, FETCH_DEADLINE, loopback, FETCHES_A_MINUTE)) {
            return work.under(policy.withFetcher(new CachingFetcher(http, clock, CACHE_BYTES, Duration.ZERO)));
        }
    }

    /** Given documents first, then the network, for what is asked outside a judgement. */
    static Fetcher fetcher(VerificationPolicy policy) {
        return (uri, limits) -> {
            var given = policy.documents().fetch(uri, limits);
            return given instanceof fr.badgesiae.verifier.FetchResult.Fetched
                    ? given
                    : policy.fetcher().fetch(uri, limits);
        };
    }

    /** ISO-8601 with a zone. */
    private static final class AnInstant implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(value);
            }
        }
    }
}
