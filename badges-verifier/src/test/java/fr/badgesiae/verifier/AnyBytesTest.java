package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.Mutations;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnyBytesTest {
    private static final long SEED = 20261121L;
    private static final int ROUNDS = 600;
    private static final List<String> TOKENS =
            List.of("null", "[]", "{}", "1e400", "\"\\ud800\"", "\"", ",", "-0", "{\"@value\":1}", "\u0000");

    private final BadgeVerifier verifier = new BadgeVerifier();

    @Test
    void noBytesMakeItThrowAndEveryReportIsWhole() {
        Random random = new Random(SEED);
        List<Sample> samples = Samples.all().stream()
                .filter(sample -> sample.bytes().length < 100_000)
                // rendered and searched pixel by pixel: FuzzTest has separate rounds for them
                .filter(sample -> !sample.file().matches("(valid-)?(picture|pdf).*"))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes =
                    Mutations.of(samples.get(random.nextInt(samples.size())).bytes(), TOKENS, random);
            assertWhole(judge(bytes), "seed " + SEED + " round " + round);
        }
    }

    @Test
    void meaninglessBytesAreAnsweredToo() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            VerificationReport report = judge(bytes);
            assertWhole(report, "seed " + SEED + " round " + round);
            assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        }
    }

    private VerificationReport judge(byte[] bytes) {
        return verifier.verify(Submission.of(bytes), VerificationPolicy.at(Samples.at(), SamplesTest.documents()));
    }

    private static void assertWhole(VerificationReport report, String which) {
        assertThat(report.checks().stream().map(CheckResult::name)).as(which).containsExactly(CheckName.values());
        assertThat(report.checks().stream().map(check -> check.reason().code()))
                .as(which)
                .doesNotContain(ReasonCode.INTERNAL_ERROR.code());
        assertThat(ReportJson.bytes(report, Locale.FRENCH)).as(which).isNotEmpty();
    }
}
