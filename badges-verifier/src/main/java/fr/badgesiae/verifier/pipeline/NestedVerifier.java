package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.read.ReadResult;

/** Verifies a credential embedded in another one: every check, and a report of its own. */
@FunctionalInterface
public interface NestedVerifier {
    VerificationReport verify(ReadResult reading, VerificationPolicy policy);
}
