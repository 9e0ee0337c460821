package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The verification policy of this service: one fetcher and one registry for scan, upload and API alike. */
final class ServicePolicy {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Settings settings;
    private final Clock clock;
    private final Fetcher fetcher;
    private final TrustRegistry registry;

    ServicePolicy(Settings settings, Clock clock, Fetcher fetcher, TrustRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.fetcher = fetcher;
        this.registry = registry;
    }

    /** The same policy for some badges together: each document is fetched once. For one thread. */
    ServicePolicy together() {
        Map<URI, FetchResult> fetched = new HashMap<>();
        Fetcher once = (uri, limits) -> {
            FetchResult known = fetched.get(uri);
            FetchResult result = known == null ? fetcher.fetch(uri, limits) : known;
            fetched.put(uri, result);
            return result;
        };
        return new ServicePolicy(settings, clock, once, registry);
    }

    /** The same policy, with the documents that were fetched by their last address, those of up to some bytes. */
    ServicePolicy recording(Map<String, byte[]> fetched, int most) {
        Fetcher recording = (uri, limits) -> {
            FetchResult result = fetcher.fetch(uri, limits);
            if (result instanceof FetchResult.Fetched document && document.body().length <= most) {
                fetched.put(document.finalUri().toString(), document.body());
            }
            return result;
        };
        return new ServicePolicy(settings, clock, recording, registry);
    }

    VerificationPolicy asOfNow() {
        return asOfNow(registry);
    }

    /** @param known the registry to ask instead of the service's own */
    VerificationPolicy asOfNow(TrustRegistry known) {
        Instant now = clock.instant();
        Instant late = now.plus(DEADLINE);
        VerificationPolicy policy = VerificationPolicy.at(now, fetcher)
                .withTrust(known)
                .withDeadline(() -> clock.instant().isAfter(late));
        return settings.secureCookies() ? policy : policy.withLoopback();
    }
}
