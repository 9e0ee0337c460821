package fr.badgesiae.api.platform.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between attempts: one minute, twice as long each time, at most four hours; each shortened by up to half, at random. */
final class BackOff {
    /** After so many attempts, over some ten hours, a message is given up. */
    static final int MOST_ATTEMPTS = 10;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private BackOff() {}

    /** @param attempts that failed, from 1 */
    static Duration after(int attempts, RandomGenerator random) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        long most = Math.min(whole.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(most - (long) (random.nextDouble() * most / 2));
    }
}
