package fr.badgesiae.api.platform.limits;

import java.time.Duration;
import java.util.Locale;

/**
 * Limits of wrong guesses and of codes sent, each over a sliding window: a closed list, stored in {@code throttle.name}. Those of one secret are
 * low, those of many are high: they are for whoever tries a few guesses on each of many secrets.
 */
public enum Limit {
    /** One slip or card; the right PIN in between changes nothing. */
    PIN_SECRET(20, Duration.ofHours(1)),
    PIN_NETWORK(40, Duration.ofMinutes(10)),
    PIN_WIDE_NETWORK(160, Duration.ofMinutes(10)),
    PIN_ORGANISATION(200, Duration.ofMinutes(10)),
    PIN_ALL(1_000, Duration.ofMinutes(10)),
    /** One sign-in name, from everywhere. */
    SIGN_IN_NAME(50, Duration.ofHours(1)),
    SIGN_IN_NETWORK(100, Duration.ofMinutes(10)),
    SIGN_IN_WIDE_NETWORK(400, Duration.ofMinutes(10)),
    SIGN_IN_ALL(1_000, Duration.ofMinutes(10)),
    /** Codes sent to one e-mail address or number, whoever asks for them. */
    CODE_ADDRESS(4, Duration.ofHours(24)),
    /** Codes that one holder asks for. */
    CODE_HOLDER(8, Duration.ofHours(24)),
    CODE_NETWORK(40, Duration.ofHours(1)),
    CODE_WIDE_NETWORK(80, Duration.ofHours(1)),
    CODE_ALL(1_000, Duration.ofHours(1));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Wrong guesses, or codes, within the window that close the limit. */
    int most() {
        return most;
    }

    Duration window() {
        return window;
    }

    /** As in metrics and log lines, such as {@code pin-network}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
