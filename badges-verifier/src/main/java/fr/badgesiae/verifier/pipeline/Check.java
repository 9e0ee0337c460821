package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import java.util.List;

/** One check of a credential. Stateless and thread-safe. Runs only when FORMAT passed, except FORMAT itself. */
public interface Check {
    CheckName name();

    /** Returns a result of its own name; an exception becomes INCONCLUSIVE. */
    CheckResult run(VerificationContext context);

    /** A result of this check. */
    static CheckResult answer(CheckName name, Outcome outcome, Reason reason, List<Finding> findings) {
        return new CheckResult(name, outcome, reason, findings);
    }

    static CheckResult answer(CheckName name, Outcome outcome, Reason reason) {
        return new CheckResult(name, outcome, reason, List.of());
    }
}
