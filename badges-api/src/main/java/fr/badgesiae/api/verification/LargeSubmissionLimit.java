package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Limits how many submissions that may be pictures or documents are verified at a time on this node: each may take a hundred
 * megabytes of memory.
 */
final class LargeSubmissionLimit {
    /** How far the beginning of a PDF is looked for. */
    private static final int START = 1024;

    private final ConcurrencyLimit limit;

    /**
     * @param most at a time
     * @param patience the longest wait in the queue
     */
    LargeSubmissionLimit(int most, Duration patience) {
        this.limit = new ConcurrencyLimit(most, patience, "Many files are being judged. Try again in a moment.");
    }

    /**
     * What the judgement gives. JSON and JWTs, which are small, do not count.
     *
     * @throws ProblemException UNAVAILABLE when no place was free in time
     */
    <T> T judge(Submission submission, Supplier<T> judgement) {
        return isText(submission) ? judgement.get() : limit.run(judgement);
    }

    /**
     * By how it begins, whatever it calls itself: a picture or a document begins like neither an object nor a JWT, unless a
     * PDF does, which may have up to a thousand bytes before its own beginning, and an address begins with h.
     */
    private static boolean isText(Submission submission) {
        if (submission instanceof Submission.Bytes brought) {
            byte[] bytes = brought.bytes();
            return isText(new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1));
        }
        return submission instanceof Submission.Text pasted && isText(pasted.text());
    }

    private static boolean isText(String start) {
        return start.startsWith("{") || (start.startsWith("e") && start.indexOf('%') < 0);
    }
}
