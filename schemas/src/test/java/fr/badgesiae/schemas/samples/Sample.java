package fr.badgesiae.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A badge to verify, and the expected report. */
public final class Sample {
    private final String file;
    private final String about;
    private final byte[] bytes;
    private final Map<String, String> asks;
    private final String verdict;
    private final List<Expectation> expectations;
    private final List<List<Expectation>> reports;

    Sample(
            String file,
            String about,
            byte[] bytes,
            Map<String, String> asks,
            String verdict,
            List<Expectation> expectations,
            List<List<Expectation>> reports) {
        this.file = file;
        this.about = about;
        this.bytes = bytes;
        this.asks = Map.copyOf(asks);
        this.verdict = verdict;
        this.expectations = List.copyOf(expectations);
        this.reports = List.copyOf(reports);
    }

    /** The file name: defect or variant, then the format, such as {@code .json} or {@code .jwt}. */
    public String file() {
        return file;
    }

    /** The defect or the variant in a few words. */
    public String about() {
        return about;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the file is a badge itself and not a presentation, wrapper, record, picture, page or endorsement. */
    public boolean isBare() {
        boolean wrapped = Stream.of(
                        "presented",
                        "presentation",
                        "enveloped",
                        "wrapped",
                        "record",
                        "endorsement-alone",
                        "baked",
                        "picture",
                        "pdf",
                        "ob2",
                        "ob1")
                .anyMatch(word -> file.replaceFirst("^valid-", "").startsWith(word));
        return !wrapped && (file.endsWith(".json") || file.endsWith(".jwt"));
    }

    /**
     * Additional demands of the caller: {@code refresh} and {@code evidence} ("yes"), {@code recipient} (such as
     * "name=Camille"), {@code trust} (an issuer's id, then the day of its suspension, if any). Usually empty.
     */
    public Map<String, String> asks() {
        return asks;
    }

    /** VALID, INVALID or UNDETERMINED. */
    public String verdict() {
        return verdict;
    }

    /** The expected answer of each check, in the order of reports. */
    public List<Expectation> expectations() {
        return expectations;
    }

    /** The expected answers for each of several credentials in the file, in order; a list of one for a file with one. */
    public List<List<Expectation>> reports() {
        return reports;
    }

    @Override
    public String toString() {
        return file;
    }
}
