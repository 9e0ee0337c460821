package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.Manner;
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
 * What was seen, as typed.
 *
 * @param tasks the ticked ones; those of an observation that is changed may be of an earlier version
 * @param manner the name of a {@link Manner}, or empty
 * @param day an ISO date
 * @param outdated whether a task was ticked that the badge no longer has
 */
public record ObservationForm(List<String> tasks, String manner, String note, String day, boolean outdated) {
    static final int LONGEST_NOTE = 280;
    private static final Period FARTHEST = Period.ofYears(1);

    public ObservationForm {
        tasks = List.copyOf(tasks);
    }

    /** Words that were seen today. */
    static ObservationForm blank(LocalDate today) {
        return new ObservationForm(List.of(), "", "", today.toString(), false);
    }

    static ObservationForm of(Observation observation) {
        return new ObservationForm(
                observation.tasks(),
                observation.manner().name(),
                observation.note(),
                observation.seenOn().toString(),
                false);
    }

    /** @param known the tasks that may be ticked; another one is left out, and an error */
    static ObservationForm of(MultivaluedMap<String, String> form, List<String> known) {
        List<String> ticked = new ArrayList<>(known);
        List<String> sent = form.getOrDefault("tasks", List.of());
        ticked.retainAll(sent);
        return new ObservationForm(
                ticked,
                text(form.getFirst("manner")),
                text(form.getFirst("note")).replace("\r\n", "\n"),
                text(form.getFirst("day")),
                !known.containsAll(sent));
    }

    /** The errors, by field {@code tasks}, {@code manner}, {@code note} and {@code day}. */
    Errors errors(LocalDate today) {
        Errors errors = Errors.none();
        if (outdated) {
            errors = errors.with("tasks", "observation.error.outdated");
        } else if (tasks.isEmpty() && note.isEmpty()) {
            errors = errors.with("tasks", "observation.error.nothing");
        }
        if (Manner.find(manner).isEmpty()) {
            errors = errors.with("manner", "observation.error.manner");
        }
        if (note.length() > LONGEST_NOTE) {
            errors = errors.with("note", "observation.error.note", LONGEST_NOTE);
        }
        return seenOn(today).isPresent() ? errors : errors.with("day", "observation.error.day");
    }

    /** Today or a day of the year before. */
    Optional<LocalDate> seenOn(LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(day))
                    .filter(date -> !date.isAfter(today) && !date.isBefore(today.minus(FARTHEST)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
