package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.platform.FrenchZone;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A later end of an offer.
 *
 * @param months added to the end of before
 */
public record Prolongation(int months, Instant ends) {
    /** Months from the day of the offer to its last possible end. */
    public static final int MOST_MONTHS = 24;

    /** Each later end that is possible, the nearest first. */
    public static List<Prolongation> possible(Instant offered, Instant ends, FrenchZone zone) {
        return IntStream.rangeClosed(1, MOST_MONTHS)
                .boxed()
                .flatMap(months ->
                        of(offered, ends, zone, months).map(Stream::of).orElse(Stream.empty()))
                .toList();
    }

    /** The end after some more months; empty when it is past the last possible one. */
    public static Optional<Prolongation> of(Instant offered, Instant ends, FrenchZone zone, int months) {
        ZonedDateTime end = ends.atZone(zone.zone()).plusMonths(months);
        ZonedDateTime last = offered.atZone(zone.zone()).plusMonths(MOST_MONTHS);
        return months < 1 || end.isAfter(last)
                ? Optional.empty()
                : Optional.of(new Prolongation(months, end.toInstant()));
    }
}
