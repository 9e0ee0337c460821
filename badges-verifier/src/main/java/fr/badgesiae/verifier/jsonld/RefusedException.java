package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;

/** Ends a recursion at a refused value; never leaves this package. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Problem problem;
    private final String detail;

    RefusedException(Problem problem, String detail) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    Refused refusal() {
        return new Refused(problem, detail);
    }
}
