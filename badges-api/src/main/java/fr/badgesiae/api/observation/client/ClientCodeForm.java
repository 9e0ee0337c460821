package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code for clients, as typed.
 *
 * @param tasks the ticked ones
 * @param until an ISO date
 */
public record ClientCodeForm(List<String> tasks, String until) {
    static final int MOST_TASKS = 3;
    private static final Period USUAL = Period.ofMonths(1);
    private static final Period LONGEST = Period.ofMonths(3);

    public ClientCodeForm {
        tasks = List.copyOf(tasks);
    }

    /** The first tasks of the badge, for a month. */
    static ClientCodeForm blank(List<String> known, LocalDate today) {
        return new ClientCodeForm(
                known.subList(0, Math.min(MOST_TASKS, known.size())),
                today.plus(USUAL).toString());
    }

    /** @param known the tasks that may be ticked */
    static ClientCodeForm of(MultivaluedMap<String, String> form, List<String> known) {
        List<String> ticked = new ArrayList<>(known);
        ticked.retainAll(form.getOrDefault("tasks", List.of()));
        @Nullable String until = form.getFirst("until");
        return new ClientCodeForm(ticked, until == null ? "" : until.strip());
    }

    /** The errors, by field {@code tasks} and {@code until}. */
    Errors errors(LocalDate today) {
        Errors errors = tasks.isEmpty() || tasks.size() > MOST_TASKS
                ? Errors.of("tasks", "observation.client.error.tasks", MOST_TASKS)
                : Errors.none();
        return endsOn(today).isPresent() ? errors : errors.with("until", "observation.client.error.until");
    }

    /** From today on, three months at most. */
    Optional<LocalDate> endsOn(LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(until))
                    .filter(day -> !day.isBefore(today) && !day.isAfter(today.plus(LONGEST)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
