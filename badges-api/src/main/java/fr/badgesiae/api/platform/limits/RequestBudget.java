package fr.badgesiae.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The rate limit of a client on this node, in requests a minute. Counts stay in bounded memory: the limit protects
 * processor time, not a secret, so nodes do not share them.
 */
public final class RequestBudget {
    private static final long CLIENTS = 20_000;

    private final Clock clock;
    private final int aMinute;
    private final Cache<String, Spent> spent =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();

    public RequestBudget(Clock clock, int aMinute) {
        this.clock = clock;
        this.aMinute = aMinute;
    }

    /**
     * Counts one request.
     *
     * @throws ProblemException TOO_MANY_REQUESTS when the limit of this minute is reached
     */
    public void spend(String client) {
        if (count(client, 1) > aMinute) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait a minute, then try again.");
        }
    }

    private int count(String client, int more) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return spent.asMap()
                .merge(
                        client,
                        new Spent(minute, more),
                        (before, now) -> before.minute().equals(now.minute())
                                ? new Spent(minute, Math.min(before.requests() + more, aMinute + 1))
                                : now)
                .requests();
    }

    private record Spent(Instant minute, int requests) {}
}
