package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.read.Reading;

/** Recognised, decoded, within limits, UTF-8, no duplicate keys, one credential: what the reader found. */
public final class FormatCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.FORMAT;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        Reading reading = judgement.reading();
        return Check.answer(CheckName.FORMAT, reading.outcome(), reading.reason(), reading.findings());
    }
}
