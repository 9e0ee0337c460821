package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.schemas.samples.Expectation;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line gives the reports of the library, in its order, and exits with the worst. */
class SeveralReportsTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    static Stream<Sample> wrapped() {
        return Samples.all().stream()
                .filter(sample -> sample.reports().size() > 1 || sample.file().contains("wrapped"))
                // read without network
                .filter(sample -> !sample.file().contains("by-address"));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void eachReportIsALine(Sample sample) throws IOException {
        List<VerificationReport> reports = VERIFIER.verifyEach(
                Submission.of(sample.bytes()), VerificationPolicy.at(Samples.at(), Fetcher.offline()));
        CommandRun command = CommandRun.french().typing(sample.bytes());
        int exit = command.run("verify", "--offline", "--json", "-");

        List<String> lines = command.out().lines().toList();
        assertThat(lines).hasSameSizeAs(sample.reports()).hasSameSizeAs(reports);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode report = new JsonMapper().readTree(lines.get(i));
            assertThat(report.at("/credential/id").asText())
                    .isEqualTo(
                            reports.get(i).credential() == null
                                    ? ""
                                    : reports.get(i).credential().path("id").asText());
            Expectation format = sample.reports().get(i).get(0);
            assertThat(report.at("/checks/0/reason").asText()).isEqualTo(format.reason());
        }
        assertThat(exit).isEqualTo(worst(reports));
    }

    private static int worst(List<VerificationReport> reports) {
        List<Verdict> verdicts =
                reports.stream().map(VerificationReport::verdict).toList();
        return verdicts.contains(Verdict.INVALID)
                ? Main.BAD
                : verdicts.contains(Verdict.UNDETERMINED) ? Main.UNDECIDED : Main.OK;
    }
}
