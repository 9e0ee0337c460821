package fr.badgesiae.verifier.jsonld;

/** The result of canonicalization (RDFC-1.0). */
public sealed interface CanonicalForm {
    /** @param nquads the canonical N-Quads, one a line, sorted by code point */
    record Canonical(String nquads) implements CanonicalForm {}

    /** The bound on work was reached; the result is the same on every run. */
    record TooMuchWork() implements CanonicalForm {}
}
