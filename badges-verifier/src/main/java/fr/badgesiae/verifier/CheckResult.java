package fr.badgesiae.verifier;

import java.util.List;

/** The answer of one check, with its reason and what it found on the way. */
public record CheckResult(CheckName name, Outcome outcome, Reason reason, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
