package fr.badgesiae.api.home;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the declaration of accessibility states, as written in the configuration; {@link #unfit} finds what it may not say. A key
 * that is absent or empty has its default: not conforming, found by nobody but the operator, without a date.
 *
 * @param rgaa the version of the RGAA
 * @param conformity {@code NONE}, {@code PARTIAL} or {@code FULL}
 * @param assessment {@code SELF} or {@code AUDIT}
 * @param assessedOn the day of the assessment, or empty
 * @param declaredOn the day of the declaration, or empty
 * @param contact an e-mail or an https address; empty for the e-mail of the operator
 */
public record Declaration(
        @JsonProperty("rgaa") String rgaa,
        @JsonProperty("conformity") String conformity,
        @JsonProperty("assessment") String assessment,
        @JsonProperty("assessedOn") String assessedOn,
        @JsonProperty("declaredOn") String declaredOn,
        @JsonProperty("contact") String contact) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,2}(\\.\\d{1,2}){1,2}");

    /** How far the pages meet the RGAA. */
    enum Conformity {
        NONE,
        PARTIAL,
        FULL
    }

    /** Who found that. */
    enum Assessment {
        SELF,
        AUDIT
    }

    @JsonCreator
    public Declaration {
        rgaa = text(rgaa, "4.1.2");
        conformity = text(conformity, Conformity.NONE.name());
        assessment = text(assessment, Assessment.SELF.name());
        assessedOn = text(assessedOn, "");
        declaredOn = text(declaredOn, "");
        contact = text(contact, "");
    }

    /** One word instead of the section, as files had it before. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Declaration of(String word) {
        String conformity = "NOT_ASSESSED".equals(word) ? "" : word;
        return new Declaration("", conformity, "", "", "", "");
    }

    static Declaration none() {
        return of("");
    }

    private static String text(@Nullable String value, String absent) {
        return value == null || value.isBlank() ? absent : value.strip();
    }

    /** A key that the declaration cannot be made with; its rule is a sentence of the commands. */
    public enum Unfit {
        RGAA,
        CONFORMITY,
        ASSESSMENT,
        ASSESSED_ON,
        DECLARED_ON,
        /** A conformity, or an audit, without the day on which it was found. */
        UNDATED,
        /** Declared before it was assessed. */
        EARLY,
        CONTACT
    }

    /** In the order of the keys; empty for a declaration that can be made. */
    public List<Unfit> unfit() {
        return Arrays.stream(Unfit.values()).filter(this::is).toList();
    }

    private boolean is(Unfit unfit) {
        return switch (unfit) {
            case RGAA -> !VERSION.matcher(rgaa).matches();
            case CONFORMITY -> !isOne(Conformity.values(), conformity);
            case ASSESSMENT -> !isOne(Assessment.values(), assessment);
            case ASSESSED_ON -> !assessedOn.isEmpty() && day(assessedOn) == null;
            case DECLARED_ON -> !declaredOn.isEmpty() && day(declaredOn) == null;
            case UNDATED -> assessedOn.isEmpty() && (found() || !conformity.equals(Conformity.NONE.name()));
            case EARLY -> {
                LocalDate assessed = assessed();
                LocalDate declared = declared();
                yield assessed != null && declared != null && declared.isBefore(assessed);
            }
            case CONTACT -> !contact.isEmpty() && link().isEmpty();
        };
    }

    private boolean found() {
        return assessment.equals(Assessment.AUDIT.name());
    }

    private static boolean isOne(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    public @Nullable LocalDate assessed() {
        return day(assessedOn);
    }

    public @Nullable LocalDate declared() {
        return day(declaredOn);
    }

    /** The contact as an address to follow. */
    public Optional<String> link() {
        return SecurityTextResource.contact(contact);
    }

    /** The last part of the message key of who found it, and whether a day is known. */
    public String assessmentKey() {
        return (found() ? "audit" : "self") + (assessedOn.isEmpty() ? "" : "-on");
    }
}
