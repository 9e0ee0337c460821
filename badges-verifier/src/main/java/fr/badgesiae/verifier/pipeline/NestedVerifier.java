package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.read.ReadResult;

/** Judges a credential that lies inside another one, by every check and with a report of its own. */
@FunctionalInterface
public interface NestedVerifier {
    VerificationReport verify(ReadResult reading, VerificationPolicy policy);
}
