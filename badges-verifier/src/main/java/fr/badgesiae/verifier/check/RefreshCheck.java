package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;

/** Whether the credential offers a newer copy of itself. Not examined by this version. */
public final class RefreshCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.REFRESH;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        JsonNode document = judgement.credential().document();
        return document.hasNonNull("refreshService")
                ? Check.answer(CheckName.REFRESH, Outcome.WARNING, ReasonCode.REFRESH_NOT_EXAMINED.with())
                : Check.answer(CheckName.REFRESH, Outcome.NOT_APPLICABLE, ReasonCode.REFRESH_NONE.with());
    }
}
