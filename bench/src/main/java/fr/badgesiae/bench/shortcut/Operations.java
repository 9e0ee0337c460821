package fr.badgesiae.bench.shortcut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.schema.BundledSchema;
import fr.badgesiae.verifier.schema.JsonSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** The operations to measure, over the classes of one loader; called by reflection, with types of the JDK only. */
public final class Operations {
    static final String CANONICALIZE = "RDFC-1.0 of a badge";
    static final String EXPAND = "JSON-LD to RDF of a badge";
    static final String SCHEMA = "JSON Schema of a badge";
    static final String READ = "JSON of a badge";
    static final String DATES = "100 date-times";
    private static final int REPEATED = 100;
    private static final String DATE = "2026-11-02T09:00:00Z";

    private Operations() {}

    /**
     * Whole verifications, by the kind of badge.
     *
     * @param ours badges of ours by kind, self-contained
     * @param at when to verify these
     * @param samples file names of samples by kind
     */
    public static Map<String, Callable<Object>> verifications(
            Map<String, String> ours, Instant at, Map<String, String> samples) {
        Map<String, Callable<Object>> verifications = new LinkedHashMap<>();
        ours.forEach((kind, badge) -> verifications.put(
                kind, verification(Submission.of(badge), VerificationPolicy.at(at, Fetcher.offline()))));
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), documents());
        samples.forEach((kind, file) -> verifications.put(
                kind, verification(new Submission.Bytes(Samples.named(file).bytes(), null, file), policy)));
        return verifications;
    }

    private static Callable<Object> verification(Submission submission, VerificationPolicy policy) {
        BadgeVerifier verifier = new BadgeVerifier();
        VerificationReport report = verifier.verify(submission, policy);
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException("the badge to measure is not valid: " + report.checks());
        }
        return () -> verifier.verify(submission, policy);
    }

    private static Fetcher documents() {
        Map<String, byte[]> documents = Samples.documents();
        return (uri, limits) -> {
            byte[] body = documents.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document")
                    : new FetchResult.Fetched(uri, "application/json", body, false, false);
        };
    }

    /**
     * The parts of a verification that shortcuts shorten.
     *
     * @param embedded a badge of ours with an embedded proof
     */
    public static Map<String, Callable<Object>> components(String embedded) throws Exception {
        byte[] bytes = embedded.getBytes(StandardCharsets.UTF_8);
        ObjectNode document = JsonReader.object(bytes);
        ObjectNode unsecured = document.deepCopy();
        unsecured.remove("proof");
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        Expansion.Safe expanded = (Expansion.Safe) jsonLd.expand(unsecured);
        BundledSchema schema =
                new JsonSchemas().bundled(Catalogue.ACHIEVEMENT_CREDENTIAL).orElseThrow();
        return Map.of(
                CANONICALIZE, () -> jsonLd.canonicalize(expanded, HashAlgorithm.SHA_256),
                EXPAND, () -> jsonLd.expand(unsecured),
                SCHEMA, () -> schema.violations(document),
                READ, () -> JsonReader.object(bytes),
                DATES, () -> repeated(() -> DateTimeStamp.parse(DATE)));
    }

    private static Object repeated(Callable<Object> operation) throws Exception {
        int sum = 0;
        for (int i = 0; i < REPEATED; i++) {
            sum += operation.call().hashCode();
        }
        return sum;
    }
}
