package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Day and place of a ceremony, as typed.
 *
 * @param day an ISO date
 */
public record CeremonyForm(String day, String place) {
    private static final int LONGEST_PLACE = 200;
    private static final Period FARTHEST = Period.ofYears(1);

    static CeremonyForm of(MultivaluedMap<String, String> form) {
        return new CeremonyForm(text(form.getFirst("day")), text(form.getFirst("place")));
    }

    static CeremonyForm of(Ceremony ceremony) {
        return new CeremonyForm(ceremony.heldOn().toString(), ceremony.place());
    }

    /** The errors, by field {@code day} and {@code place}. */
    Errors errors(LocalDate today) {
        Errors errors = read(today).isPresent() ? Errors.none() : Errors.of("day", "bulk.ceremony.error.day");
        return place.length() > LONGEST_PLACE
                ? errors.with("place", "bulk.ceremony.error.place", LONGEST_PLACE)
                : errors;
    }

    /** Today or a day of the year that follows. */
    Optional<LocalDate> read(LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(day))
                    .filter(date -> !date.isBefore(today) && !date.isAfter(today.plus(FARTHEST)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
