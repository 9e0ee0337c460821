package fr.badgesiae.verifier;

import java.util.List;

/** The result of one check: outcome, reason and findings. */
public record CheckResult(CheckName name, Outcome outcome, Reason reason, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
