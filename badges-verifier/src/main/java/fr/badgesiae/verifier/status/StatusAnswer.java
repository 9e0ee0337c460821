package fr.badgesiae.verifier.status;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.util.Comparator;
import java.util.List;

/** What one status entry says. */
public record StatusAnswer(Outcome outcome, Reason reason, List<Finding> findings) {
    /** From the gravest: what is known to be wrong, what is not known, what is odd, what is right; revoked before suspended. */
    public static final Comparator<StatusAnswer> GRAVEST = Comparator.comparingInt(StatusAnswer::weight);

    private static final List<Outcome> ORDER =
            List.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WARNING, Outcome.PASSED);

    public static StatusAnswer inconclusive(Reason reason, List<Finding> findings) {
        return new StatusAnswer(Outcome.INCONCLUSIVE, reason, findings);
    }

    /** An entry that does not say what it must. */
    public static StatusAnswer malformed() {
        return inconclusive(ReasonCode.STATUS_ENTRY_MALFORMED.with(), List.of());
    }

    static StatusAnswer warning(Reason reason, List<Finding> findings) {
        return new StatusAnswer(Outcome.WARNING, reason, findings);
    }

    static StatusAnswer failed(Reason reason, List<Finding> findings) {
        return new StatusAnswer(Outcome.FAILED, reason, findings);
    }

    private int weight() {
        int within = ReasonCode.STATUS_REVOKED.is(reason) ? 0 : ReasonCode.STATUS_SUSPENDED.is(reason) ? 1 : 2;
        return ORDER.indexOf(outcome) * 3 + within;
    }
}
