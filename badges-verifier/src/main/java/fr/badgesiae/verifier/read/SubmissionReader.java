package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.codec.DataUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a submission of any format. The format is detected from the content; the declared media type is ignored. */
public final class SubmissionReader {
    /** The largest image or PDF, in bytes. */
    public static final int MAX_IMAGE_BYTES = 15 << 20;

    private final BadgeFinder finder;

    /** @param finder searches images and PDFs */
    public SubmissionReader(BadgeFinder finder) {
        this.finder = finder;
    }

    /**
     * Reads a submission; never throws on bad bytes.
     *
     *
     * @param fetcher asked for the submitted URL and for those that an image or a page leads to
     */
    public ReadResult read(Submission submission, Fetcher fetcher) {
        FormatDetector detector = new FormatDetector(fetcher, finder);
        if (submission instanceof Submission.Address address) {
            String uri = address.uri().toString();
            ReadResult reading = DataUrl.looksLike(uri)
                    ? detector.bytes(uri.getBytes(StandardCharsets.UTF_8))
                    : detector.follow(address.uri());
            return reading.from(uri);
        }
        if (submission instanceof Submission.Text text) {
            return detector.bytes(text.text().getBytes(StandardCharsets.UTF_8)).from(text.source());
        }
        Submission.Bytes bytes = (Submission.Bytes) submission;
        return detector.bytes(bytes.bytes()).from(bytes.source());
    }

    /**
     * One result for each of several credentials, in document order, and for a learner record before those inside; for
     * anything else the result of {@link #read}.
     */
    public List<ReadResult> readEach(Submission submission, Fetcher fetcher) {
        ReadResult reading = read(submission, fetcher);
        return reading.parts().isEmpty() ? List.of(reading) : reading.parts();
    }
}
