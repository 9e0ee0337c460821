package fr.badgesiae.api.verification.submission;

import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Limits how many images and PDFs are verified at a time on this node. Each may take a hundred megabytes of memory; JSON and
 * JWTs are small and do not count.
 */
public final class LargeSubmissionLimit {
    /** A PDF header starts within this many bytes. */
    private static final int START = 1024;

    private final ConcurrencyLimit limit;

    /**
     * @param most at a time
     * @param longestWait in the queue
     */
    public LargeSubmissionLimit(int most, Duration longestWait) {
        this.limit = new ConcurrencyLimit(most, longestWait, "Many files are being judged. Try again in a moment.");
    }

    /**
     * Runs a verification.
     *
     * @throws ProblemException OVERLOADED when no place was free in time
     */
    public <T> T run(Submission submission, Supplier<T> verification) {
        return isText(submission) ? verification.get() : limit.run(verification);
    }

    /**
     * Whether the content is JSON or a JWT; the declared media type is ignored. A PDF may start like a JWT: up to 1,024 bytes
     * may precede its header.
     */
    private static boolean isText(Submission submission) {
        if (submission instanceof Submission.Bytes brought) {
            byte[] bytes = brought.bytes();
            return isText(new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1));
        }
        return submission instanceof Submission.Text pasted && isText(pasted.text());
    }

    private static boolean isText(String start) {
        return !start.isEmpty()
                && ("{[\"".indexOf(start.charAt(0)) >= 0 || (start.startsWith("e") && start.indexOf('%') < 0));
    }
}
