package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.PresentationProof;
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
    private final PublicKeys keys;

    public FormatCheck(PresentationProof presentations, PublicKeys keys) {
        this.presentations = presentations;
        this.keys = keys;
    }

    @Override
    public CheckName name() {
        return CheckName.FORMAT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ReadResult reading = context.reading();
        if (reading.credential().isEmpty()) {
            return Check.answer(CheckName.FORMAT, reading.outcome(), reading.reason(), reading.findings());
        }
        List<Finding> findings = new ArrayList<>(reading.findings());
        Set<ReasonCode> cautions = EnumSet.noneOf(ReasonCode.class);
        for (Presentation presentation : reading.presentations()) {
            PresentationProof.Answer answer = presentations.examine(
                    presentation,
                    context.credential(),
                    context.keyResolver(keys).documents(),
                    context.policy());
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
