package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API gives the reports of the library and of the command line, in their order. */
class SeveralBadgesTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static PublicPagesFixture pages;

    @BeforeAll
    static void open() {
        pages = PublicPagesFixture.open();
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    static Stream<Sample> wrapped() {
        return Samples.all().stream()
                .filter(sample -> sample.reports().size() > 1 || sample.file().contains("wrapped"))
                // read without network
                .filter(sample -> !sample.file().contains("by-address"));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void severalCredentialsGetAnArrayOfReports(Sample sample) throws IOException {
        pages.issuing.pass(Duration.ofMinutes(1));
        Answer answer = pages.web.call(
                "POST", "/api/v1/verifications", Map.of("Content-Type", "application/json"), sample.bytes());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        JsonNode body = new JsonMapper().readTree(answer.body());
        assertThat(body.isArray()).isEqualTo(sample.reports().size() > 1);
        Stream<JsonNode> reports = body.isArray() ? StreamSupport.stream(body.spliterator(), false) : Stream.of(body);
        assertThat(reports.map(report -> report.at("/credential/id").asText()).toList())
                .isEqualTo(expected(sample));
    }

    /** The ids of the credentials that the library reports, empty for what is none. */
    private static List<String> expected(Sample sample) {
        return VERIFIER
                .verifyEach(Submission.of(sample.bytes()), VerificationPolicy.at(Samples.at(), Fetcher.offline()))
                .stream()
                .map(VerificationReport::credential)
                .map(credential ->
                        credential == null ? "" : credential.path("id").asText())
                .toList();
    }
}
