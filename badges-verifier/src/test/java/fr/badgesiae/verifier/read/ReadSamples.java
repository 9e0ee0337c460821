package fr.badgesiae.verifier.read;

import fr.badgesiae.schemas.samples.Expectation;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads samples and compares with their expectations of FORMAT. Reading alone: no other check runs. */
final class ReadSamples {
    private static final Map<String, byte[]> DOCUMENTS = Samples.documents();
    private static final SubmissionReader READER = new SubmissionReader(new ImageScanner());

    private ReadSamples() {}

    /** Whether a sample is a text, not an image or a PDF. */
    static boolean isText(Sample sample) {
        return sample.file().matches(".*\\.(json|jwt|jws|txt)");
    }

    private static FetchResult document(URI uri) {
        byte[] body = DOCUMENTS.get(uri.toString());
        return body == null
                ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document")
                : new FetchResult.Fetched(uri, "application/json", body, false, false);
    }

    private static List<ReadResult> read(Sample sample) {
        Fetcher fetcher = (uri, limits) -> document(uri);
        return READER.readEach(new Submission.Bytes(sample.bytes(), null, sample.file()), fetcher);
    }

    /** The proof of a presentation is no matter of reading. */
    private static boolean isExpected(ReadResult reading, List<Expectation> expectations) {
        Expectation format = expectations.stream()
                .filter(expectation -> expectation.check().equals("FORMAT"))
                .findFirst()
                .orElseThrow();
        return (reading.credential().isPresent() && !reading.presentations().isEmpty())
                || format.met(reading.outcome().name(), reading.reason().code());
    }

    /** The samples that are read otherwise than expected; one reading for each credential, in order. */
    static List<String> different(Predicate<Sample> which) {
        List<String> different = new ArrayList<>();
        for (Sample sample : Samples.all().stream().filter(which).toList()) {
            List<ReadResult> readings = read(sample);
            if (readings.size() != sample.reports().size()) {
                different.add(sample.file() + " has " + readings.size());
                continue;
            }
            for (int i = 0; i < readings.size(); i++) {
                if (!isExpected(readings.get(i), sample.reports().get(i))) {
                    different.add(sample.file() + " report " + (i + 1) + " "
                            + readings.get(i).reason());
                }
            }
        }
        return different;
    }
}
