package fr.badgesiae.api.event;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as typed.
 *
 * @param badge the id of an achievement
 * @param day an ISO date
 * @param opens ISO date and time, in the organisation's zone
 */
public record EventForm(String badge, String name, String place, String day, String opens, String closes, String most) {
    static final int MOST = 500;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int USUAL = 30;
    private static final int EVENING = 20;
    private static final Duration LONGEST = Duration.ofDays(62);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration OLDEST = Duration.ofDays(731);

    /** Reads the fields. */
    static EventForm of(MultivaluedMap<String, String> form) {
        return new EventForm(
                text(form.getFirst("badge")),
                text(form.getFirst("name")),
                text(form.getFirst("place")),
                text(form.getFirst("day")),
                text(form.getFirst("opens")),
                text(form.getFirst("closes")),
                text(form.getFirst("most")));
    }

    /** Open today, until the evening of the next day: some write their name at home. */
    static EventForm blank(LocalDate today) {
        return new EventForm(
                "",
                "",
                "",
                today.toString(),
                today.atStartOfDay().toString(),
                today.plusDays(1).atTime(EVENING, 0).toString(),
                String.valueOf(USUAL));
    }

    static EventForm of(BadgeEvent event, FrenchZone zone) {
        return new EventForm(
                event.badge().toString(),
                event.name(),
                event.place(),
                event.heldOn().toString(),
                local(event.opensAt(), zone),
                local(event.closesAt(), zone),
                String.valueOf(event.most()));
    }

    private static String local(Instant instant, FrenchZone zone) {
        return LocalDateTime.ofInstant(instant, zone.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The errors by field. */
    Errors errors(FrenchZone zone, Instant now) {
        Errors errors = badge.isEmpty() ? Errors.of("badge", "event.error.badge") : Errors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors = errors.with("name", "event.error.name", LONGEST_NAME);
        }
        if (place.length() > LONGEST_PLACE) {
            errors = errors.with("place", "event.error.place", LONGEST_PLACE);
        }
        LocalDate today = LocalDate.ofInstant(now, zone.zone());
        if (heldOn().filter(day -> Math.abs(ChronoUnit.DAYS.between(today, day)) <= OLDEST.toDays())
                .isEmpty()) {
            errors = errors.with("day", "event.error.day");
        }
        Optional<Instant> from = instant(opens, zone);
        Optional<Instant> until = instant(closes, zone);
        if (from.isEmpty()
                || from.get().isBefore(now.minus(OLDEST))
                || from.get().isAfter(now.plus(FARTHEST))) {
            errors = errors.with("opens", "event.error.time");
        }
        if (until.isEmpty()
                || (from.isPresent()
                        && (!until.get().isAfter(from.get())
                                || until.get().isAfter(from.get().plus(LONGEST))))) {
            errors = errors.with("closes", "event.error.closes");
        }
        return number().isEmpty() ? errors.with("most", "event.error.most", MOST) : errors;
    }

    /** Checked before. */
    EventDao.Written read(FrenchZone zone) {
        return new EventDao.Written(
                name,
                place,
                heldOn().orElseThrow(),
                instant(opens, zone).orElseThrow(),
                instant(closes, zone).orElseThrow(),
                number().orElseThrow());
    }

    private Optional<LocalDate> heldOn() {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String typed, FrenchZone zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed).atZone(zone.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> number() {
        return Optional.of(most)
                .filter(typed -> typed.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf)
                .filter(number -> number <= MOST);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
