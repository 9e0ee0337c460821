package fr.badgesiae.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.api.platform.client.Client;
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
    private final String name;
    private final int aMinute;
    private final ThrottleAlerts alerts;
    private final Cache<String, Spent> spent =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();

    RequestBudget(Clock clock, String name, int aMinute, ThrottleAlerts alerts) {
        this.clock = clock;
        this.name = name;
        this.aMinute = aMinute;
        this.alerts = alerts;
    }

    /**
     * Counts one request.
     *
     * @throws ProblemException TOO_MANY_REQUESTS when the limit of this minute is reached
     */
    public void spend(Client client) {
        if (!trySpend(client)) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait a minute, then try again.");
        }
    }

    /** Counts one request; false when the limit of this minute is reached. */
    public boolean trySpend(Client client) {
        int requests = count(client.network().host()).requests();
        if (requests == aMinute + 1) {
            alerts.closed(name);
        }
        return requests <= aMinute;
    }

    private Spent count(String client) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return spent.asMap()
                .merge(
                        client,
                        new Spent(minute, 1),
                        (before, now) -> before.minute().equals(now.minute())
                                ? new Spent(minute, Math.min(before.requests() + 1, aMinute + 2))
                                : now);
    }

    private record Spent(Instant minute, int requests) {}
}
