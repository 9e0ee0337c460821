package fr.badgesiae.api.holder.imported;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports of badges that were looked at within the last minutes on this node, in bounded memory: a page that is loaded
 * again decodes no picture again.
 */
public final class LastReports {
    static final Duration FRESH = Duration.ofMinutes(10);
    private static final long MOST_BYTES = 8L << 20;

    private record Kept(Instant at, int bytes, VerificationReport report) {}

    private final Clock clock;
    private final Cache<UUID, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<UUID, Kept>weigher((id, report) -> report.bytes())
            // What nobody looks at again is forgotten, and not kept beyond an erasure.
            .expireAfterWrite(FRESH)
            .executor(Runnable::run)
            .build();

    public LastReports(Clock clock) {
        this.clock = clock;
    }

    Optional<VerificationReport> find(UUID badge) {
        Instant now = clock.instant();
        return Optional.ofNullable(kept.getIfPresent(badge))
                .filter(found -> found.at().plus(FRESH).isAfter(now))
                .map(Kept::report);
    }

    /** @param bytes of the file that the report is about */
    void put(UUID badge, int bytes, VerificationReport report) {
        kept.put(badge, new Kept(clock.instant(), bytes + content(report), report));
    }

    /** A small picture may lead to a large badge: what the report holds of it. */
    private static int content(VerificationReport report) {
        JsonNode credential = report.credential();
        int own = credential == null ? 0 : credential.toString().length();
        return own
                + report.endorsements().stream().mapToInt(LastReports::content).sum();
    }
}
