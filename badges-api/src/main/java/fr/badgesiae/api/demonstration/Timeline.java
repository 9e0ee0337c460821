package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.platform.FrenchZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of one part of the invented past, with a clock of its own. They are told person by person and happen in the order
 * of their days, in the mornings of working days; those of one day in the order in which they were told.
 */
final class Timeline {
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final Duration BETWEEN = Duration.ofMinutes(3);

    private final StoryClock clock;
    private final Instant now;
    private final LocalDate today;
    private final List<Event> events = new ArrayList<>();
    private int played;

    private record Event(LocalDate day, Runnable act) {}

    /** @param now the end of the past */
    Timeline(StoryClock clock, Instant now) {
        this.clock = clock;
        this.now = now;
        this.today = FrenchZone.PARIS.day(now);
    }

    /** The day so many days ago; the Friday before in place of a Saturday or a Sunday. */
    LocalDate day(int daysAgo) {
        LocalDate day = today.minusDays(daysAgo);
        if (daysAgo == 0) {
            return day;
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.minusDays(1)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    /** The morning of such a day. */
    Instant morning(int daysAgo) {
        return morning(day(daysAgo));
    }

    /** Adds an event. */
    void on(int daysAgo, Runnable act) {
        events.add(new Event(day(daysAgo), act));
    }

    /** Lets the events happen up to the end of such a day, those that happened already excepted. */
    void playUntil(int daysAgo) {
        LocalDate last = day(daysAgo);
        events.sort(Comparator.comparing(Event::day));
        LocalDate day = LocalDate.MIN;
        int ofDay = 0;
        while (played < events.size() && !events.get(played).day().isAfter(last)) {
            Event event = events.get(played);
            ofDay = event.day().equals(day) ? ofDay + 1 : 0;
            day = event.day();
            clock.set(day.equals(today) ? today(ofDay) : morning(day).plus(BETWEEN.multipliedBy(ofDay)));
            event.act().run();
            played++;
        }
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(OPENS).atZone(FrenchZone.PARIS.zone()).toInstant();
    }

    /** Between midnight and now, however early it is. */
    private Instant today(int ofDay) {
        Instant midnight = today.atStartOfDay(FrenchZone.PARIS.zone()).toInstant();
        long events =
                this.events.stream().filter(event -> event.day().equals(today)).count();
        return midnight.plus(
                Duration.between(midnight, now).dividedBy(events + 1).multipliedBy(ofDay + 1L));
    }
}
