package fr.badgesiae.schemas.samples;

/**
 * The expected answer of one check.
 *
 * @param check the check's name in reports
 * @param outcome the outcome in reports
 * @param reason the reason code, or an empty string where any code is accepted
 */
public record Expectation(String check, String outcome, String reason) {
    static Expectation parse(String check, String answer) {
        int space = answer.indexOf(' ');
        return space < 0
                ? new Expectation(check, answer, "")
                : new Expectation(check, answer.substring(0, space), answer.substring(space + 1));
    }

    /** Whether an answer is the expected one; any reason is accepted where none is named. */
    public boolean met(String actualOutcome, String actualReason) {
        return outcome.equals(actualOutcome) && (reason.isEmpty() || reason.equals(actualReason));
    }
}
