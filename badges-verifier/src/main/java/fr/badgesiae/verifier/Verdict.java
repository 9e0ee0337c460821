package fr.badgesiae.verifier;

/** The answer for machines: a pure fold over the checks. */
public enum Verdict {
    VALID,
    INVALID,
    UNDETERMINED
}
