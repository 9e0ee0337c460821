package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.Presentation;
import fr.badgesiae.verifier.read.ReadResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Recognised, decoded, within limits, UTF-8, no duplicate keys, one credential: what the reader found; and who presents it, where
 * it came in a presentation. A presentation's wrong signature is a word of caution: the badge in it has a proof of its own.
 */
public final class FormatCheck implements Check {
    private final PresentationProof presentations;

    FormatCheck(PresentationProof presentations) {
        this.presentations = presentations;
    }

    @Override
    public CheckName name() {
        return CheckName.FORMAT;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        ReadResult reading = judgement.reading();
        if (reading.credential().isEmpty()) {
            return Check.answer(CheckName.FORMAT, reading.outcome(), reading.reason(), reading.findings());
        }
        List<Finding> findings = new ArrayList<>(reading.findings());
        Set<ReasonCode> cautions = EnumSet.noneOf(ReasonCode.class);
        for (Presentation presentation : reading.presentations()) {
            PresentationProof.Answer answer = presentations.examine(presentation, judgement);
            findings.addAll(answer.findings());
            answer.caution().ifPresent(cautions::add);
        }
        if (cautions.isEmpty()) {
            return Check.answer(CheckName.FORMAT, reading.outcome(), reading.reason(), findings);
        }
        ReasonCode gravest = cautions.contains(ReasonCode.FORMAT_PRESENTATION_SIGNATURE_INVALID)
                ? ReasonCode.FORMAT_PRESENTATION_SIGNATURE_INVALID
                : ReasonCode.FORMAT_PRESENTATION_SIGNATURE_NOT_EXAMINED;
        return Check.answer(CheckName.FORMAT, Outcome.WARNING, gravest.with(), findings);
    }
}
