package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day on which the information sheet was given, as typed.
 *
 * @param choice {@code today}, {@code other}, or empty
 * @param day an ISO date, read with the choice {@code other} only
 */
public record NoticeDay(String choice, String day) {
    private static final Period LONGEST_AGO = Period.ofYears(10);

    public static NoticeDay of(MultivaluedMap<String, String> form) {
        return new NoticeDay(text(form.getFirst("noticeDay")), text(form.getFirst("noticeOn")));
    }

    public static NoticeDay blank() {
        return new NoticeDay("", "");
    }

    public boolean isBlank() {
        return choice.isEmpty() && day.isEmpty();
    }

    /** The errors, by field {@code noticeDay} and {@code noticeOn}. */
    public Errors errors(LocalDate today) {
        if (!choice.equals("today") && !choice.equals("other")) {
            return Errors.of("noticeDay", "worker.error.notice-day");
        }
        return read(today).isPresent() ? Errors.none() : Errors.of("noticeOn", "worker.error.notice-on");
    }

    /** The day: today, or a day of the last ten years. */
    Optional<LocalDate> read(LocalDate today) {
        if (choice.equals("today")) {
            return Optional.of(today);
        }
        try {
            return Optional.of(LocalDate.parse(day))
                    .filter(date -> !date.isAfter(today) && date.isAfter(today.minus(LONGEST_AGO)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
