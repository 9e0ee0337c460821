package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as typed.
 *
 * @param rights names of rights; unknown ones are left out
 */
public record DelegationForm(Set<Right> rights, String from, String until) {
    /** What can be lent, in the order of pages. The others follow from these, or are personal. */
    public static final List<Right> LENT = List.of(Right.AWARD, Right.REVOKE, Right.PUBLISH, Right.MANAGE);

    static final int MONTHS = 12;

    static DelegationForm of(MultivaluedMap<String, String> form) {
        List<String> names = form.getOrDefault("rights", List.of());
        return new DelegationForm(
                LENT.stream().filter(right -> names.contains(right.name())).collect(Collectors.toUnmodifiableSet()),
                text(form.getFirst("from")),
                text(form.getFirst("until")));
    }

    static DelegationForm empty(LocalDate today) {
        return new DelegationForm(Set.of(), today.toString(), "");
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    Optional<LocalDate> lastDay() {
        return day(until);
    }

    /** The errors, by field. */
    Errors errors(LocalDate today) {
        Errors errors = rights.isEmpty() ? Errors.of("rights", "account.delegation.error.rights") : Errors.none();
        LocalDate first = firstDay()
                .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusMonths(MONTHS)))
                .orElse(null);
        if (first == null) {
            return errors.with("from", "account.delegation.error.from");
        }
        return lastDay()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(first.plusMonths(MONTHS)))
                        .isPresent()
                ? errors
                : errors.with("until", "account.delegation.error.until", MONTHS);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
