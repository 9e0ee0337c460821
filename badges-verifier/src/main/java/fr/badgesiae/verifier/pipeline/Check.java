package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import java.util.List;

/**
 * One question about a credential. Stateless and thread-safe; has a public constructor without arguments unless it needs
 * another check. It is only asked when FORMAT passed, except FORMAT itself.
 */
public interface Check {
    CheckName name();

    /** Answers with a result of its own name; what it throws becomes INCONCLUSIVE. */
    CheckResult run(VerificationContext context);

    /** This check's answer. */
    static CheckResult answer(CheckName name, Outcome outcome, Reason reason, List<Finding> findings) {
        return new CheckResult(name, outcome, reason, findings);
    }

    static CheckResult answer(CheckName name, Outcome outcome, Reason reason) {
        return new CheckResult(name, outcome, reason, List.of());
    }
}
