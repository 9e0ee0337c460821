package fr.badgesiae.api.trust;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Red when our list is missing or near its end: those who import it would soon know none of our members. */
final class TrustListHealthCheck extends HealthCheck {
    private static final Duration NEAR = Duration.ofDays(1);

    private final Platform platform;

    TrustListHealthCheck(Platform platform) {
        this.platform = platform;
    }

    @Override
    protected Result check() {
        Optional<TrustListRow> newest = platform.database()
                .inPublic(handle -> handle.attach(TrustListDao.class).newest());
        Instant soon = platform.clock().instant().plus(NEAR);
        if (newest.isEmpty()) {
            return Result.unhealthy("no list of known issuers was signed");
        }
        return newest.get().expiresAt().isAfter(soon)
                ? Result.healthy()
                : Result.unhealthy(
                        "the list of known issuers lapses at %s", newest.get().expiresAt());
    }
}
