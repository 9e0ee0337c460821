package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new SIRET as typed.
 *
 * @param from the one that the form showed
 * @param siret without spaces
 * @param day an ISO date
 */
public record SiretForm(String from, String siret, String day) {
    static SiretForm blank(String from, LocalDate today) {
        return new SiretForm(from, "", today.toString());
    }

    static SiretForm of(MultivaluedMap<String, String> form) {
        return new SiretForm(
                Siret.clean(form.getFirst("from")), Siret.clean(form.getFirst("siret")), text(form.getFirst("day")));
    }

    Errors errors(LocalDate today) {
        Errors errors = Errors.none();
        if (!Siret.valid(siret)) {
            errors = errors.with("siret", "organisation.error.siret");
        } else if (siret.equals(from)) {
            errors = errors.with("siret", "organisation.siret.error.same");
        }
        return day(today).isPresent() ? errors : errors.with("day", "organisation.siret.error.day");
    }

    /** Empty for no day, and for one to come. */
    Optional<LocalDate> day(LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(day)).filter(typed -> !typed.isAfter(today) && typed.getYear() >= 1973);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
