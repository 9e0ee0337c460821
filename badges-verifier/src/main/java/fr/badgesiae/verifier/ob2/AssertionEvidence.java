package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;

/** EVIDENCE of Open Badges 2.0, which has no digests: nothing can be compared. */
public final class AssertionEvidence implements Check {
    @Override
    public CheckName name() {
        return CheckName.EVIDENCE;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ObjectNode assertion = BadgeGraph.of(context).assertion();
        int count = ParsedCredential.each(assertion.path("evidence")).size();
        return count == 0
                ? Check.answer(name(), Outcome.NOT_APPLICABLE, ReasonCode.EVIDENCE_NONE.with())
                : Check.answer(name(), Outcome.PASSED, ReasonCode.EVIDENCE_LISTED.with(Integer.toString(count)));
    }
}
