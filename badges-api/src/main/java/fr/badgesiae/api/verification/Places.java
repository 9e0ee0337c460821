package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many things that may be pictures or documents are judged at a time on this node: each may take a hundred megabytes
 * while it is looked at. Whoever finds no place waits a while in line, first come first served.
 */
final class Places {
    private static final int LONGEST_LINE = 30;

    /** How far the beginning of a PDF is looked for. */
    private static final int START = 1024;

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most at a time
     * @param patience of whoever waits in line
     */
    Places(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * What the judgement gives; JSON and JWTs, which are small, need no place.
     *
     * @throws ProblemException UNAVAILABLE when there was no place in time
     */
    <T> T judge(Submission submission, Supplier<T> judgement) {
        if (isText(submission)) {
            return judgement.get();
        }
        take();
        try {
            return judgement.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.getQueueLength() < LONGEST_LINE && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(ProblemType.UNAVAILABLE, "Many files are being judged. Try again in a moment.");
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
