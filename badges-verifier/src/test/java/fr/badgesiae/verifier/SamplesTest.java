package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Expectation;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final List<Sample> SAMPLES = Samples.all();
    private static final Fetcher DOCUMENTS = fetcher();

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    static Fetcher documents() {
        return DOCUMENTS;
    }

    private static Fetcher fetcher() {
        Map<String, byte[]> documents = Samples.documents();
        Set<String> gone = Samples.gone();
        return (uri, limits) -> {
            if (gone.contains(uri.toString())) {
                return new FetchResult.Failed(FetchResult.Failure.GONE, "410");
            }
            byte[] body = documents.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document")
                    : new FetchResult.Fetched(URI.create(uri.toString()), "application/json", body, false, false);
        };
    }

    static VerificationReport verify(Sample sample) {
        return VERIFIER.verify(new Submission.Bytes(sample.bytes(), null, sample.file()), policy(sample));
    }

    private static VerificationPolicy policy(Sample sample) {
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), documents());
        Map<String, String> asks = sample.asks();
        policy = asks.containsKey("refresh") ? policy.withRefresh() : policy;
        policy = asks.containsKey("evidence") ? policy.withEvidence() : policy;
        policy = policy.withRecipient(asks.get("recipient"));
        return asks.containsKey("trust")
                ? policy.withTrust(registry(asks.get("trust").split(" ")))
                : policy;
    }

    private static TrustRegistry registry(String... known) {
        LocalDate suspended = known.length > 1 ? LocalDate.parse(known[1]) : null;
        TrustRegistry.Entry entry =
                new TrustRegistry.Entry("Nom au registre", null, null, LocalDate.of(2026, 1, 1), suspended);
        return id -> id.equals(known[0]) ? Optional.of(entry) : Optional.empty();
    }

    static List<VerificationReport> verifyEach(Sample sample) {
        return VERIFIER.verifyEach(new Submission.Bytes(sample.bytes(), null, sample.file()), policy(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleGetsExactlyTheAnswersExpectedOfIt(Sample sample) {
        VerificationReport report = verify(sample);
        assertThat(different(report, sample.expectations())).as(sample.about()).isEmpty();
        assertThat(report.verdict().name()).isEqualTo(sample.verdict());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyCredentialOfASampleGetsAReportOfItsOwnInOrder(Sample sample) {
        List<VerificationReport> reports = verifyEach(sample);
        assertThat(reports).hasSameSizeAs(sample.reports());
        for (int i = 0; i < reports.size(); i++) {
            assertThat(different(reports.get(i), sample.reports().get(i)))
                    .as(sample.about() + ", report " + (i + 1))
                    .isEmpty();
        }
    }

    private static List<String> different(VerificationReport report, List<Expectation> expectations) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < report.checks().size(); i++) {
            CheckResult actual = report.checks().get(i);
            Expectation expected = expectations.get(i);
            if (!expected.check().equals(actual.name().name())
                    || !expected.met(actual.outcome().name(), actual.reason().code())) {
                different.add(expected + " but was " + actual);
            }
        }
        return different;
    }
}
