package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.offer.history.StepWay;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note about an offer that waits, as typed.
 *
 * @param day an ISO date
 */
public record NoteForm(String kind, String how, String day) {
    static NoteForm of(MultivaluedMap<String, String> form) {
        return new NoteForm(text(form.getFirst("kind")), text(form.getFirst("how")), text(form.getFirst("day")));
    }

    /** @param offered the first possible day; today is the last */
    Errors errors(LocalDate offered, LocalDate today) {
        Errors errors = Errors.none();
        if (chosenKind().isEmpty()) {
            errors = errors.with("kind", "award.note.error.kind");
        }
        if (chosenHow().isEmpty()) {
            errors = errors.with("how", "award.note.error.how");
        } else if (chosenKind().filter(StepKind.GIVEN_AGAIN::equals).isPresent()
                && chosenHow().filter(StepWay.PHONE::equals).isPresent()) {
            errors = errors.with("how", "award.note.error.phone");
        }
        return day(offered, today).isPresent() ? errors : errors.with("day", "award.note.error.day");
    }

    /** Empty while there are errors. */
    Optional<NoteStep.Note> read(LocalDate offered, LocalDate today) {
        return errors(offered, today).isEmpty()
                ? Optional.of(new NoteStep.Note(
                        chosenKind().orElseThrow(),
                        chosenHow().orElseThrow(),
                        day(offered, today).orElseThrow()))
                : Optional.empty();
    }

    private Optional<StepKind> chosenKind() {
        return Arrays.stream(StepKind.values())
                .filter(one -> one != StepKind.PROLONGED && one.name().equals(kind))
                .findFirst();
    }

    private Optional<StepWay> chosenHow() {
        return Arrays.stream(StepWay.values())
                .filter(one -> one.name().equals(how))
                .findFirst();
    }

    private Optional<LocalDate> day(LocalDate offered, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(day)).filter(date -> !date.isBefore(offered) && !date.isAfter(today));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
