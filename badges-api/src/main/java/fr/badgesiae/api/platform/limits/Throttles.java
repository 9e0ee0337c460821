package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** The limits that features share. */
public final class Throttles {
    private static final int MISSES_A_MINUTE = 60;
    private static final Duration PICTURE_WAIT = Duration.ofSeconds(10);
    private static final int DOCUMENTS_AT_A_TIME = 2;

    private final Clock clock;
    private final ThrottleAlerts alerts;
    private final FailureCounts counts;
    private final SignInThrottle signIn;
    private final PinThrottle pins;
    private final CodeThrottle codes;
    private final RequestBudget misses;
    private final ConcurrencyLimit pictures;
    private final ConcurrencyLimit documents;

    public Throttles(Database database, Vault vault, Clock clock, ThrottleAlerts alerts) {
        this.clock = clock;
        this.alerts = alerts;
        this.counts = new FailureCounts(database, vault, clock, alerts);
        this.signIn = new SignInThrottle(database, vault, clock, counts);
        this.pins = new PinThrottle(counts, signIn);
        this.codes = new CodeThrottle(counts);
        this.misses = budget("unknown-codes", MISSES_A_MINUTE);
        this.pictures =
                new ConcurrencyLimit(1, PICTURE_WAIT, "Many images are being read. Send yours again in a moment.");
        this.documents = new ConcurrencyLimit(
                DOCUMENTS_AT_A_TIME, PICTURE_WAIT, "Many documents are being written. Try again in a moment.");
        Arrays.stream(Limit.values()).map(Limit::label).forEach(alerts::watch);
    }

    public SignInThrottle signIn() {
        return signIn;
    }

    public PinThrottle pins() {
        return pins;
    }

    /** Codes that confirm an e-mail address or a number. */
    public CodeThrottle codes() {
        return codes;
    }

    /** Codes and links that lead nowhere: one budget for all routes that take one. A right code never uses it. */
    public RequestBudget misses() {
        return misses;
    }

    /** One place for uploads that are decoded, of all features together: a decoded image takes up to 46 MB. */
    public ConcurrencyLimit pictures() {
        return pictures;
    }

    /** Two places for PDFs that are written, of all features together: each takes some 20 MB. */
    public ConcurrencyLimit documents() {
        return documents;
    }

    public ThrottleAlerts alerts() {
        return alerts;
    }

    /** @param name as in metrics and log lines */
    public RequestBudget budget(String name, int aMinute) {
        return budget(name, aMinute, Duration.ofMinutes(1));
    }

    /**
     * A budget of a longer window.
     *
     * @param name as in metrics and log lines
     */
    public RequestBudget budget(String name, int most, Duration window) {
        alerts.watch(name);
        return new RequestBudget(clock, name, most, window, alerts);
    }

    /** Deletes what no longer counts; for a job. */
    public void sweep() {
        signIn.sweep();
        counts.sweep();
    }
}
