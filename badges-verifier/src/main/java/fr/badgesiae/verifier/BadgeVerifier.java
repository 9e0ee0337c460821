package fr.badgesiae.verifier;

/** Judges submissions. Thread-safe; build one and keep it. */
public final class BadgeVerifier {

    /**
     * Judges one submission.
     *
     * @return a report that names every check; never throws on bad bytes
     */
    @SuppressWarnings("DoNotCallSuggester")
    public VerificationReport verify(Submission submission, VerificationPolicy policy) {
        throw new UnsupportedOperationException(submission + " " + policy);
    }
}
