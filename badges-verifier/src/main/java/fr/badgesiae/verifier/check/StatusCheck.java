package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;

/**
 * What the issuer says of the credential today: every entry of {@code credentialStatus}. A set bit is FAILED; a list that is
 * not there, not the issuer's, not proven or not current says nothing, which is INCONCLUSIVE and never PASSED.
 */
public final class StatusCheck implements Check {
    /** No credential of the field has more than a few. */
    static final int MAX_ENTRIES = 32;

    private final StatusLists lists;

    /** @param proof the check of proofs, asked for the list credential's own */
    public StatusCheck(Check proof) {
        this.lists = new StatusLists(proof, new ValidityPeriodCheck());
    }

    @Override
    public CheckName name() {
        return CheckName.STATUS;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        List<JsonNode> entries =
                ParsedCredential.each(judgement.credential().document().path("credentialStatus"));
        if (entries.isEmpty()) {
            return Check.answer(CheckName.STATUS, Outcome.NOT_APPLICABLE, ReasonCode.STATUS_NONE.with());
        }
        if (entries.size() > MAX_ENTRIES) {
            return Check.answer(
                    CheckName.STATUS,
                    Outcome.INCONCLUSIVE,
                    ReasonCode.STATUS_TOO_MANY_ENTRIES.with(Integer.toString(MAX_ENTRIES)));
        }
        List<StatusAnswer> answers =
                entries.stream().map(entry -> entry(entry, judgement)).toList();
        StatusAnswer gravest = answers.stream().min(StatusAnswer.GRAVEST).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        answers.forEach(answer -> findings.addAll(answer.findings()));
        return Check.answer(CheckName.STATUS, gravest.outcome(), gravest.reason(), findings);
    }

    private StatusAnswer entry(JsonNode node, Judgement judgement) {
        List<String> types = ParsedCredential.strings(node.path("type"));
        if (!types.contains("BitstringStatusListEntry")) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_TYPE_UNKNOWN.with(String.join(" ", types)), List.of());
        }
        return StatusEntry.parse(node)
                .map(entry -> lists.ask(entry, judgement))
                .orElseGet(() -> StatusAnswer.inconclusive(ReasonCode.STATUS_ENTRY_MALFORMED.with(), List.of()));
    }
}
