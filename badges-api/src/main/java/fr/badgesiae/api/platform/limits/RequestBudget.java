package fr.badgesiae.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;

/**
 * The rate limit of a client or a person on this node, in requests a minute or an hour. Counts stay in bounded memory: the limit protects
 * processor time, not a secret, so nodes do not share them.
 */
public final class RequestBudget {
    private static final long CLIENTS = 20_000;

    private final Clock clock;
    private final String name;
    private final int most;
    private final Duration window;
    private final ThrottleAlerts alerts;
    private final Cache<String, Spent> spent =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();

    /** @param most requests within a window */
    RequestBudget(Clock clock, String name, int most, Duration window, ThrottleAlerts alerts) {
        this.clock = clock;
        this.name = name;
        this.most = most;
        this.window = window;
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

    /** Counts one request; false when the limit of this window is reached. */
    public boolean trySpend(Client client) {
        return trySpend(client.network().host());
    }

    /** The same for a person. */
    public boolean trySpend(HolderId holder) {
        return trySpend(holder.toString());
    }

    private boolean trySpend(String subject) {
        int requests = count(subject).requests();
        if (requests == most + 1) {
            alerts.closed(name);
        }
        return requests <= most;
    }

    private Spent count(String subject) {
        long length = window.toSeconds();
        long start = Math.floorDiv(clock.instant().getEpochSecond(), length) * length;
        return spent.asMap()
                .merge(
                        subject,
                        new Spent(start, 1),
                        (before, now) -> before.start() == now.start()
                                ? new Spent(start, Math.min(before.requests() + 1, most + 2))
                                : now);
    }

    /** @param start of the window, in seconds */
    private record Spent(long start, int requests) {}
}
