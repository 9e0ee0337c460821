package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of one proof.
 *
 * @param outcome PASSED, WARNING, FAILED or INCONCLUSIVE
 * @param findings intermediate values, sufficient to reproduce the result
 */
public record ProofResult(Outcome outcome, Reason reason, List<Finding> findings) {
    public ProofResult {
        findings = List.copyOf(findings);
    }

    static ProofResult of(Outcome outcome, ReasonCode code, List<Finding> findings, String... arguments) {
        return new ProofResult(outcome, code.with(arguments), findings);
    }

    static ProofResult failed(ReasonCode code, List<Finding> findings, String... arguments) {
        return of(Outcome.FAILED, code, findings, arguments);
    }

    static ProofResult inconclusive(ReasonCode code, List<Finding> findings, String... arguments) {
        return of(Outcome.INCONCLUSIVE, code, findings, arguments);
    }

    /** Whether the signature verifies and the key is the issuer's. */
    public boolean proven() {
        return outcome == Outcome.PASSED || outcome == Outcome.WARNING;
    }

    /** A copy with more findings before its own. */
    ProofResult after(List<Finding> earlier) {
        List<Finding> all = new ArrayList<>(earlier);
        all.addAll(findings);
        return new ProofResult(outcome, reason, all);
    }
}
