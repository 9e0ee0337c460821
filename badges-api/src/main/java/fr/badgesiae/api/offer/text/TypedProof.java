package fr.badgesiae.api.offer.text;

import fr.badgesiae.api.credential.evidence.EvidenceKind;
import fr.badgesiae.api.credential.evidence.EvidencePart;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.i18n.Messages;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of evidence that a form adds to the text: a link, hours, a training or an immersion. What becomes of it is text that the
 * member reads, changes and previews as any other.
 *
 * @param kind the name of an {@link EvidenceKind}, or empty
 * @param what an address, or the title of a training
 * @param who gave the training, or took the person in
 * @param from an ISO date, or empty
 * @param until likewise
 * @param hours a number, or empty
 */
public record TypedProof(String kind, String what, String who, String from, String until, String hours) {
    private static final int MOST_HOURS = 2000;
    private static final int LONGEST = 120;

    /** Nothing typed yet. */
    public static final TypedProof BLANK = new TypedProof("", "", "", "", "", "");

    /** Whether the form asks for a line. */
    public static boolean isAsked(MultivaluedMap<String, String> form) {
        return form.containsKey("proof-add");
    }

    public static TypedProof of(MultivaluedMap<String, String> form) {
        return new TypedProof(
                text(form, "proof-kind"),
                text(form, "proof-what"),
                text(form, "proof-who"),
                text(form, "proof-from"),
                text(form, "proof-until"),
                text(form, "proof-hours"));
    }

    /** The kinds to choose from, by their words. */
    public static Map<String, String> kinds(PageContext context) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            kinds.put(kind.name(), context.t("award.proof.kind." + kind.name()));
        }
        return kinds;
    }

    /** The errors, by field. */
    public Errors errors() {
        EvidenceKind chosen = EvidenceKind.find(kind).orElse(null);
        if (chosen == null) {
            return Errors.of("proof-kind", "award.proof.error.kind");
        }
        Errors errors = Errors.none();
        if (chosen == EvidenceKind.LINK) {
            return EvidencePart.isAddress(what) ? errors : errors.with("proof-what", "award.proof.error.address");
        }
        if (chosen == EvidenceKind.TRAINING && (what.isEmpty() || what.length() > LONGEST)) {
            errors = errors.with("proof-what", "award.proof.error.title", LONGEST);
        }
        if (chosen != EvidenceKind.TIME && (who.isEmpty() || who.length() > LONGEST)) {
            errors = errors.with("proof-who", "award.proof.error.who", LONGEST);
        }
        boolean dated = chosen != EvidenceKind.TIME || !from.isEmpty() || !until.isEmpty();
        if (dated && day(from).isEmpty()) {
            errors = errors.with("proof-from", "award.proof.error.from");
        }
        if (!until.isEmpty()
                && day(until)
                        .filter(end -> !end.isBefore(day(from).orElse(end)))
                        .isEmpty()) {
            errors = errors.with("proof-until", "award.proof.error.until");
        }
        boolean timed = chosen == EvidenceKind.TIME || !hours.isEmpty();
        return timed && counted().isEmpty()
                ? errors.with("proof-hours", "award.proof.error.hours", MOST_HOURS)
                : errors;
    }

    /** The text with the line at its end. */
    public String addTo(String text, Messages messages, Locale language) {
        String before = text.strip();
        return (before.isEmpty() ? "" : before + "\n") + line(messages, language);
    }

    private String line(Messages messages, Locale language) {
        EvidenceKind chosen = EvidenceKind.find(kind).orElseThrow();
        boolean french = language.getLanguage().equals("fr");
        List<String> parts = new ArrayList<>();
        if (chosen == EvidenceKind.LINK || chosen == EvidenceKind.TRAINING) {
            parts.add(what);
        }
        if (chosen == EvidenceKind.TRAINING) {
            parts.add(messages.text(language, "award.proof.by", who));
        }
        if (chosen == EvidenceKind.IMMERSION) {
            parts.add(who);
        }
        if (chosen != EvidenceKind.LINK) {
            period(messages, language).ifPresent(parts::add);
            counted().ifPresent(number -> parts.add(messages.text(language, "award.proof.hours", number)));
        }
        return chosen.head(french) + (french ? "\u00a0: " : ": ") + String.join(", ", parts);
    }

    private Optional<String> period(Messages messages, Locale language) {
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        return day(from)
                .map(first -> day(until)
                        .filter(last -> !last.equals(first))
                        .map(last ->
                                messages.text(language, "award.proof.period", days.format(first), days.format(last)))
                        .orElseGet(() -> messages.text(language, "award.proof.day", days.format(first))));
    }

    private Optional<Integer> counted() {
        try {
            return Optional.of(Integer.valueOf(hours)).filter(number -> number > 0 && number <= MOST_HOURS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        @Nullable String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
