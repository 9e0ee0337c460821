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
    public Reading read(Submission submission, Fetcher fetcher) {
        Recogniser recogniser = new Recogniser(fetcher);
        if (submission instanceof Submission.Address address) {
            String uri = address.uri().toString();
            Reading reading = DataUrl.looksLike(uri)
                    ? recogniser.bytes(uri.getBytes(StandardCharsets.UTF_8))
                    : recogniser.follow(address.uri());
            return reading.from(uri);
        }
        if (submission instanceof Submission.Text text) {
            return recogniser
                    .bytes(text.text().getBytes(StandardCharsets.UTF_8))
                    .from(text.source());
        }
        Submission.Bytes bytes = (Submission.Bytes) submission;
        return recogniser.bytes(bytes.bytes()).from(bytes.source());
    }

    /** A reading for each badge of a presentation; of anything else one, as {@link #read} gives it. */
    public List<Reading> readEach(Submission submission, Fetcher fetcher) {
        Reading reading = read(submission, fetcher);
        return reading.parts().isEmpty() ? List.of(reading) : reading.parts();
    }
}
