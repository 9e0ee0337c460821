package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;

/** What the issuer points to in support. Not examined by this version. */
public final class EvidenceCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.EVIDENCE;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        JsonNode document = judgement.credential().document();
        return document.hasNonNull("evidence")
                ? Check.answer(CheckName.EVIDENCE, Outcome.WARNING, ReasonCode.EVIDENCE_NOT_EXAMINED.with())
                : Check.answer(CheckName.EVIDENCE, Outcome.NOT_APPLICABLE, ReasonCode.EVIDENCE_NONE.with());
    }
}
