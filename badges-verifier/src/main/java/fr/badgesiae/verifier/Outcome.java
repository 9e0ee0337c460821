package fr.badgesiae.verifier;

/** What one check found. */
public enum Outcome {
    PASSED,
    WARNING,
    FAILED,
    INCONCLUSIVE,
    NOT_APPLICABLE,
    SKIPPED
}
