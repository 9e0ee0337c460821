package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The verification policy of this service: one fetcher and one registry for scan, upload and API alike. */
final class ServicePolicy {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Settings settings;
    private final Clock clock;
    private final HostedDocuments fetcher;
    private final TrustRegistry registry;

    ServicePolicy(Settings settings, Clock clock, HostedDocuments fetcher, TrustRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.fetcher = fetcher;
        this.registry = registry;
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
