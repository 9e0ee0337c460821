package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.codec.DataUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param fetcher asked for the submitted URL and for those that an image or a page leads to
     */
    public ReadResult read(Submission submission, Fetcher fetcher) {
        FormatDetector detector = new FormatDetector(fetcher, finder);
        if (submission instanceof Submission.Address address) {
            String uri = address.uri().toString();
            ReadResult reading = DataUrl.looksLike(uri)
                    ? detector.bytes(uri.getBytes(StandardCharsets.UTF_8))
                    : detector.address(address.uri());
            return reading.named(uri);
        }
        if (submission instanceof Submission.Text text) {
            return sourced(detector.bytes(text.text().getBytes(StandardCharsets.UTF_8)), text.source());
        }
        Submission.Bytes bytes = (Submission.Bytes) submission;
        return sourced(detector.bytes(bytes.bytes()), bytes.source());
    }

    /** The name that the caller gave, else the address that reading took from a parameter. */
    private static ReadResult sourced(ReadResult reading, @Nullable String source) {
        return source == null ? reading : reading.from(source);
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
