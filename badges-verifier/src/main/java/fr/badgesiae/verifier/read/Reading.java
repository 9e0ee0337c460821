package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading: a credential, or why not.
 *
 * @param kind what it was recognised as
 * @param source a name for the report, or null
 * @param credential present exactly when the outcome is PASSED
 * @param outcome PASSED, FAILED (not what it should be) or INCONCLUSIVE (over a limit, or not examined by this version)
 */
public record Reading(
        InputKind kind,
        String source,
        Optional<ParsedCredential> credential,
        Outcome outcome,
        Reason reason,
        List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /** A credential read. */
    static Reading of(ParsedCredential credential, List<Finding> findings) {
        return new Reading(
                credential.kind(),
                null,
                Optional.of(credential),
                Outcome.PASSED,
                ReasonCode.FORMAT_READ.with(credential.kind().name()),
                findings);
    }

    /** Not a credential, or a broken one. */
    static Reading failed(InputKind kind, Reason reason) {
        return new Reading(kind, null, Optional.empty(), Outcome.FAILED, reason, List.of());
    }

    /** Not examined. */
    static Reading inconclusive(InputKind kind, Reason reason) {
        return new Reading(kind, null, Optional.empty(), Outcome.INCONCLUSIVE, reason, List.of());
    }

    /** The same with a name for the report. */
    Reading from(String name) {
        return new Reading(kind, name, credential, outcome, reason, findings);
    }
}
