package fr.badgesiae.verifier.jsonld;

/** What came of canonicalising a graph (RDFC-1.0). */
public sealed interface CanonicalForm {
    /**
     * @param nquads the canonical N-Quads, a line each, sorted by code point
     */
    record Canonical(String nquads) implements CanonicalForm {}

    /** The bound on counted work was reached: the same graph always ends here. */
    record TooMuchWork() implements CanonicalForm {}
}
