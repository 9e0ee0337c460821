package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;

/** The signature would not cover the whole document; nothing was signed. */
public final class UnsafeToSignException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Problem problem;

    UnsafeToSignException(Problem problem, String detail) {
        super(problem.code() + ": " + detail);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
