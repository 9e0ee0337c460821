package fr.badgesiae.verifier;

/** The outcome of one check. */
public enum Outcome {
    PASSED,
    WARNING,
    FAILED,
    INCONCLUSIVE,
    NOT_APPLICABLE,
    SKIPPED
}
