package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnyBytesTest {
    private static final long SEED = 20261121L;
    private static final int ROUNDS = 600;

    private final BadgeVerifier verifier = new BadgeVerifier();

    @Test
    void noBytesMakeItThrowAndEveryReportIsWhole() {
        Random random = new Random(SEED);
        List<Sample> samples = Samples.all().stream()
                .filter(sample -> sample.bytes().length < 100_000)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(samples.get(random.nextInt(samples.size())).bytes(), random);
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

    /** A few changes: a bit, a byte, a piece out, a piece twice, a token of JSON put in. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        for (int change = random.nextInt(3); change >= 0 && bytes.length > 1; change--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(bytes, at, 1 << random.nextInt(8));
                case 1 -> flipped(bytes, at, 1 + random.nextInt(255));
                case 2 -> joined(bytes, at, new byte[0], end);
                case 3 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
                default -> joined(bytes, at, token(random), at);
            };
        }
        return bytes;
    }

    private static byte[] token(Random random) {
        List<String> tokens =
                List.of("null", "[]", "{}", "1e400", "\"\\ud800\"", "\"", ",", "-0", "{\"@value\":1}", "\u0000");
        return tokens.get(random.nextInt(tokens.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, int mask) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        byte[] changed = Arrays.copyOf(bytes, until + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, changed, until, middle.length);
        System.arraycopy(bytes, from, changed, until + middle.length, bytes.length - from);
        return changed;
    }
}
