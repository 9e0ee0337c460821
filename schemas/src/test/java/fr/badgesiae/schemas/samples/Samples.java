package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The samples, read from the class path. All are verified at {@link #at()}, without network, with {@link #documents()} as the
 * only documents. Their policy has no registry and no demands except {@link Sample#asks()}.
 */
public final class Samples {
    private static final String TOO_LARGE = "too-large.json";

    /** Read once; each sample is read when it is asked for. */
    private static final JsonNode INDEX = json("index.json");

    private Samples() {}

    /** Every sample, including the one made in memory. */
    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        INDEX.get("badges").properties().forEach(entry -> samples.add(sample(entry.getKey(), entry.getValue())));
        samples.add(tooLarge());
        return samples;
    }

    /** One sample by its file name. */
    public static Sample named(String file) {
        if (file.equals(TOO_LARGE)) {
            return tooLarge();
        }
        JsonNode entry = INDEX.get("badges").get(file);
        if (entry == null) {
            throw new IllegalArgumentException("no sample " + file);
        }
        return sample(file, entry);
    }

    /** The verification time. */
    public static Instant at() {
        return Instant.parse(INDEX.get("at").asText());
    }

    /** All available documents by exact URL: DID documents, Profiles, keys, status lists; all JSON. */
    public static Map<String, byte[]> documents() {
        Map<String, byte[]> documents = new TreeMap<>();
        json("documents.json")
                .properties()
                .forEach(entry ->
                        documents.put(entry.getKey(), bytes(entry.getValue().asText())));
        return documents;
    }

    /** The addresses that answer 410; no document contains them. */
    public static Set<String> gone() {
        Set<String> gone = new TreeSet<>();
        json("gone.json").forEach(url -> gone.add(url.asText()));
        return gone;
    }

    /** A valid badge followed by blanks, above the limit of 2 MiB; too large to be kept as a file. */
    private static Sample tooLarge() {
        byte[] badge = bytes("badges/valid-did-web.json");
        byte[] padded = Arrays.copyOf(badge, badge.length + 2 * 1024 * 1024);
        Arrays.fill(padded, badge.length, padded.length, (byte) ' ');
        Expected expected = Expected.unread("INCONCLUSIVE format.too-large");
        List<Expectation> expectations = new ArrayList<>();
        expected.checks().forEach((check, answer) -> expectations.add(Expectation.parse(check, answer)));
        return new Sample(
                TOO_LARGE,
                "larger than the limit",
                padded,
                Map.of(),
                expected.verdict(),
                expectations,
                List.of(expectations));
    }

    private static Sample sample(String file, JsonNode entry) {
        List<Expectation> expectations = expectations(entry);
        List<List<Expectation>> reports = new ArrayList<>();
        entry.path("reports").forEach(report -> reports.add(expectations(report)));
        Map<String, String> asks = new TreeMap<>();
        entry.path("asks")
                .properties()
                .forEach(ask -> asks.put(ask.getKey(), ask.getValue().asText()));
        return new Sample(
                file,
                entry.get("about").asText(),
                bytes("badges/" + file),
                asks,
                entry.get("verdict").asText(),
                expectations,
                reports.isEmpty() ? List.of(expectations) : reports);
    }

    private static List<Expectation> expectations(JsonNode entry) {
        List<Expectation> expectations = new ArrayList<>();
        entry.get("checks")
                .properties()
                .forEach(check -> expectations.add(
                        Expectation.parse(check.getKey(), check.getValue().asText())));
        return expectations;
    }

    private static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream stream = Samples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no sample file " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
