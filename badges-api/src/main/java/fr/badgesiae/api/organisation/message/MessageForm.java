package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as typed.
 *
 * @param until an ISO date
 * @param audience a name of {@link Audience}
 */
public record MessageForm(String title, String body, String until, String audience) {
    static final int LONGEST_TITLE = 80;
    static final int LONGEST_BODY = 1000;
    private static final Period FARTHEST = Period.ofYears(1);

    static MessageForm blank(LocalDate today) {
        return new MessageForm("", "", today.plusDays(30).toString(), Audience.EVERYBODY.name());
    }

    static MessageForm of(MultivaluedMap<String, String> form) {
        return new MessageForm(
                text(form.getFirst("title")),
                text(form.getFirst("body")).replace("\r\n", "\n"),
                text(form.getFirst("until")),
                text(form.getFirst("audience")));
    }

    /** The errors, by field. An address is shown as text, never as a link, and only where nobody can change it on its way. */
    Errors errors(LocalDate today) {
        Errors errors = Errors.none();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors = errors.with("title", "organisation.message.error.title", LONGEST_TITLE);
        } else if (hasOpenAddress(title)) {
            errors = errors.with("title", "organisation.message.error.address");
        }
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            errors = errors.with("body", "organisation.message.error.body", LONGEST_BODY);
        } else if (hasOpenAddress(body)) {
            errors = errors.with("body", "organisation.message.error.address");
        }
        if (until(today).isEmpty()) {
            errors = errors.with("until", "organisation.message.error.until");
        }
        return Audience.named(audience).isPresent()
                ? errors
                : errors.with("audience", "organisation.message.error.audience");
    }

    private static boolean hasOpenAddress(String text) {
        return text.toLowerCase(Locale.ROOT).contains("http://");
    }

    /** Today or a day of the year that follows. */
    Optional<LocalDate> until(LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(until))
                    .filter(day -> !day.isBefore(today) && !day.isAfter(today.plus(FARTHEST)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
