package fr.badgesiae.api.trust;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Unhealthy when the signed list is missing or expires soon: importers would then drop its members. */
final class TrustListHealthCheck extends HealthCheck {
    private static final Duration NEAR = Duration.ofDays(1);

    private final Platform platform;

    TrustListHealthCheck(Platform platform) {
        this.platform = platform;
    }

    @Override
    protected Result check() {
        Optional<Instant> expiry = platform.database()
                .inPublic(handle -> handle.attach(TrustListDao.class).expiry());
        Instant soon = platform.clock().instant().plus(NEAR);
        if (expiry.isEmpty()) {
            return Result.unhealthy("no list of known issuers was signed");
        }
        return expiry.get().isAfter(soon)
                ? Result.healthy()
                : Result.unhealthy("the list of known issuers lapses at %s", expiry.get());
    }
}
