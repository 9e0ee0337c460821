package fr.badgesiae.schemas.samples;

/**
 * What one check must answer.
 *
 * @param check the check's name, as reports write it
 * @param outcome the outcome, as reports write it
 * @param reason the reason code, or an empty string where the code is left to the verifier
 */
public record Expectation(String check, String outcome, String reason) {
    static Expectation parse(String check, String answer) {
        int space = answer.indexOf(' ');
        return space < 0
                ? new Expectation(check, answer, "")
                : new Expectation(check, answer.substring(0, space), answer.substring(space + 1));
    }

    /** Whether an answer is the one expected; any reason will do where none is named. */
    public boolean met(String actualOutcome, String actualReason) {
        return outcome.equals(actualOutcome) && (reason.isEmpty() || reason.equals(actualReason));
    }
}
