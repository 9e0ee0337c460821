package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.codec.DataUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads whatever somebody brought. What it is is seen in the bytes, never believed from a media type. */
public final class SubmissionReader {
    /** Size of an image or a PDF. */
    public static final int MAX_IMAGE_BYTES = 15 << 20;

    /**
     * What a submission holds; never throws on bad bytes.
     *
     * @param fetcher asked for the submitted address, and for the one that an image or a page leads to
     */
    public ReadResult read(Submission submission, Fetcher fetcher) {
        FormatDetector detector = new FormatDetector(fetcher);
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

    /** A reading for each badge of a presentation; of anything else one, as {@link #read} gives it. */
    public List<ReadResult> readEach(Submission submission, Fetcher fetcher) {
        ReadResult reading = read(submission, fetcher);
        return reading.parts().isEmpty() ? List.of(reading) : reading.parts();
    }
}
