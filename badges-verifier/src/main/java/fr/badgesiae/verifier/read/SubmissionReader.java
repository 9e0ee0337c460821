package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Submission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads whatever somebody brought. What it is is seen in the bytes, never believed from a media type. */
public final class SubmissionReader {
    /** Size of an image or a PDF. */
    public static final int MAX_IMAGE_BYTES = 15 << 20;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    /**
     * What a submission holds; never throws on bad bytes.
     *
     * @param fetcher asked for a submitted address only
     */
    public Reading read(Submission submission, Fetcher fetcher) {
        if (submission instanceof Submission.Address address) {
            return fetch(address.uri(), fetcher);
        }
        if (submission instanceof Submission.Text text) {
            return bytes(text.text().getBytes(StandardCharsets.UTF_8)).from(text.source());
        }
        Submission.Bytes bytes = (Submission.Bytes) submission;
        return bytes(bytes.bytes()).from(bytes.source());
    }

    /** A reading for each badge of a presentation; of anything else one, as {@link #read} gives it. */
    public List<Reading> readEach(Submission submission, Fetcher fetcher) {
        Reading reading = read(submission, fetcher);
        return reading.parts().isEmpty() ? List.of(reading) : reading.parts();
    }

    private static Reading fetch(URI uri, Fetcher fetcher) {
        FetchResult answer = fetcher.fetch(uri, FetchLimits.DOCUMENT);
        if (answer instanceof FetchResult.Failed failed) {
            Reason reason = ReasonCode.FORMAT_NOT_FETCHED.with(
                    uri.toString(), failed.failure().name());
            return Reading.inconclusive(InputKind.UNKNOWN, reason).from(uri.toString());
        }
        FetchResult.Fetched fetched = (FetchResult.Fetched) answer;
        return bytes(fetched.body())
                .with(List.of(
                        new Finding("format.fetchedFrom", fetched.finalUri().toString(), "")))
                .from(uri.toString());
    }

    private static Reading bytes(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return image(InputKind.PNG, ReasonCode.FORMAT_IMAGE_NOT_EXAMINED, bytes);
        }
        if (startsWith(bytes, JPEG)) {
            return image(InputKind.JPEG, ReasonCode.FORMAT_IMAGE_NOT_EXAMINED, bytes);
        }
        if (startsWith(bytes, PDF)) {
            return image(InputKind.PDF, ReasonCode.FORMAT_PDF_NOT_EXAMINED, bytes);
        }
        Reading reading = CredentialReader.read(bytes);
        boolean svg = reading.kind() == InputKind.UNKNOWN
                && ReasonCode.FORMAT_NOT_JSON.is(reading.reason())
                && looksLikeSvg(bytes);
        return svg ? Reading.inconclusive(InputKind.SVG, ReasonCode.FORMAT_SVG_NOT_EXAMINED.with()) : reading;
    }

    private static Reading image(InputKind kind, ReasonCode notExamined, byte[] bytes) {
        return bytes.length > MAX_IMAGE_BYTES
                ? Reading.inconclusive(kind, ReasonCode.FORMAT_IMAGE_TOO_LARGE.with(Integer.toString(MAX_IMAGE_BYTES)))
                : Reading.inconclusive(kind, notExamined.with());
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean looksLikeSvg(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        return start.contains("<svg") || start.contains(":svg");
    }
}
