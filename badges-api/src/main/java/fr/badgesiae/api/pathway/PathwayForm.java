package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A pathway as typed.
 *
 * @param startsOn ISO date, as date fields send it
 * @param endsOn likewise; may be empty
 * @param passIae may be empty: on a change, empty keeps what is stored
 * @param exit a name of {@link PathwayExit}; may be empty
 */
public record PathwayForm(String startsOn, String endsOn, String passIae, String exit) {

    public PathwayForm(String startsOn, String endsOn, String passIae) {
        this(startsOn, endsOn, passIae, "");
    }

    /**
     * The result of parsing.
     *
     * @param values empty where there are errors
     */
    record Checked(Errors errors, Optional<Values> values) {}

    /**
     * A pathway without errors.
     *
     * @param endsOn empty for a pathway without a known end
     * @param passIae empty when none was typed
     * @param exit only with an end
     */
    record Values(
            LocalDate startsOn, Optional<LocalDate> endsOn, Optional<PassIae> passIae, Optional<PathwayExit> exit) {}

    static PathwayForm empty() {
        return new PathwayForm("", "", "");
    }

    static PathwayForm of(Pathway pathway) {
        return new PathwayForm(
                pathway.startsOn().toString(),
                pathway.endsOn() == null ? "" : pathway.endsOn().toString(),
                "",
                pathway.exit() == null ? "" : pathway.exit().name());
    }

    static PathwayForm of(MultivaluedMap<String, String> form) {
        return new PathwayForm(text(form, "startsOn"), text(form, "endsOn"), text(form, "passIae"), text(form, "exit"));
    }

    /** The same without a number, for an organisation that does not ask for it. */
    PathwayForm withoutPassIae() {
        return new PathwayForm(startsOn, endsOn, "");
    }

    Checked check() {
        Errors errors = Errors.none();
        Optional<LocalDate> start = date(startsOn);
        Optional<LocalDate> end = date(endsOn);
        if (start.isEmpty()) {
            errors = errors.with("startsOn", "pathway.error.date");
        }
        if (!endsOn.isEmpty() && end.isEmpty()) {
            errors = errors.with("endsOn", "pathway.error.date");
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            errors = errors.with("endsOn", "pathway.error.end-before-start");
        }
        Optional<PassIae> pass = PassIae.read(passIae);
        if (!passIae.isEmpty() && pass.isEmpty()) {
            errors = errors.with("passIae", "pathway.error.pass-iae");
        }
        Optional<PathwayExit> left = PathwayExit.named(exit);
        if (left.isPresent() && endsOn.isEmpty()) {
            errors = errors.with("endsOn", "pathway.error.exit-without-end");
        }
        return new Checked(
                errors, errors.isEmpty() ? start.map(day -> new Values(day, end, pass, left)) : Optional.empty());
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.getYear() >= 1990 && date.getYear() <= 2100 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "PathwayForm[" + startsOn + ", " + endsOn + ", [REDACTED], " + exit + "]";
    }
}
