package fr.badgesiae.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A badge to judge, and what must be said of it. */
public final class Sample {
    private final String file;
    private final String about;
    private final byte[] bytes;
    private final Map<String, String> asks;
    private final String verdict;
    private final List<Expectation> expectations;

    Sample(
            String file,
            String about,
            byte[] bytes,
            Map<String, String> asks,
            String verdict,
            List<Expectation> expectations) {
        this.file = file;
        this.about = about;
        this.bytes = bytes;
        this.asks = Map.copyOf(asks);
        this.verdict = verdict;
        this.expectations = List.copyOf(expectations);
    }

    /** The file's name: the defect or the variant, then what it is, such as {@code .json} or {@code .jwt}. */
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

    /** Whether the file is a credential itself: no presentation, envelope, picture or page around it. */
    public boolean isBare() {
        boolean wrapped = Stream.of("presented", "presentation", "enveloped", "baked", "picture", "pdf", "ob2", "ob1")
                .anyMatch(word -> file.replaceFirst("^valid-", "").startsWith(word));
        return !wrapped && (file.endsWith(".json") || file.endsWith(".jwt"));
    }

    /**
     * What the caller asks for beyond the usual: {@code refresh} and {@code evidence} ("yes"), {@code recipient} (such as
     * "name=Camille"), {@code trust} (an issuer's id, then the day it was suspended, if it was); mostly nothing.
     */
    public Map<String, String> asks() {
        return asks;
    }

    /** VALID, INVALID or UNDETERMINED. */
    public String verdict() {
        return verdict;
    }

    /** What each check must answer, every check once, in the order of reports. */
    public List<Expectation> expectations() {
        return expectations;
    }

    @Override
    public String toString() {
        return file;
    }
}
