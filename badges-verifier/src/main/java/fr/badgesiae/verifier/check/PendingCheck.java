package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;

/** Stands for a check that is not built: nothing passes by it. */
record PendingCheck(CheckName name) implements Check {
    @Override
    public CheckResult run(Judgement judgement) {
        return Check.answer(name, Outcome.INCONCLUSIVE, ReasonCode.INTERNAL_ERROR.with());
    }
}
