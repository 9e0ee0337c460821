package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.Submission;
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

    /** By how it begins, whatever it calls itself: no picture, no document and no address begins like an object or a JWT. */
    private static boolean isText(Submission submission) {
        if (submission instanceof Submission.Bytes brought) {
            byte[] bytes = brought.bytes();
            return bytes.length > 0 && isText((char) bytes[0]);
        }
        return submission instanceof Submission.Text pasted
                && !pasted.text().isEmpty()
                && isText(pasted.text().charAt(0));
    }

    private static boolean isText(char first) {
        return first == '{' || first == 'e';
    }
}
