package fr.badgesiae.verifier.ob2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyFlippedBitTest {
    private static final long SEED = 20180412L;
    private static final int FLIPS = 250;

    private final Ob2Fixture bench = new Ob2Fixture();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void noBitOfASignedAssertionCanBeFlippedUnnoticed(int part) {
        String[] parts = Samples.named("valid-ob2-signed.jws").text().strip().split("\\.");
        byte[] original = Base64.getUrlDecoder().decode(parts[part]);
        Random random = new Random(SEED);
        for (int flip = 0; flip < FLIPS; flip++) {
            int bit = random.nextInt(original.length * 8);
            parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped(original, bit));
            assertNoticed(bench.verify(Submission.of(String.join(".", parts))), bit);
        }
    }

    @Test
    void noBitOfAHostedAssertionCanBeFlippedUnnoticed() {
        byte[] original = Samples.named("valid-ob2-hosted.json").bytes();
        Random random = new Random(SEED);
        for (int flip = 0; flip < FLIPS; flip++) {
            int bit = random.nextInt((original.length - 1) * 8); // the last byte ends the line
            VerificationReport report = bench.verify(Submission.of(flipped(original, bit)));
            if (report.verdict() == Verdict.VALID) {
                assertOnlyThePublishedCounts(report, Ob2Fixture.json(original), bit);
            } else {
                assertNoticed(report, bit);
            }
        }
    }

    /**
     * Of a hosted badge the published one is judged: the report says that the copy differs, and holds nothing of it. The case of
     * a scheme or a host is no difference.
     */
    private static void assertOnlyThePublishedCounts(VerificationReport report, ObjectNode published, int bit) {
        assertThat(Ob2Fixture.reason(report, CheckName.PROOF))
                .as("bit " + bit)
                .isIn(
                        "WARNING proof.hosted-copy-differs",
                        "WARNING proof.hosted-address-differs",
                        "PASSED proof.hosted-as-shown");
        assertThat(report.credential()).as("bit " + bit).isEqualTo(published);
    }

    private static void assertNoticed(VerificationReport report, int bit) {
        assertThat(report.verdict()).as("bit " + bit).isNotEqualTo(Verdict.VALID);
        assertThat(report.checks()).as("bit " + bit).noneMatch(check -> ReasonCode.INTERNAL_ERROR.is(check.reason()));
    }

    private static byte[] flipped(byte[] original, int bit) {
        byte[] changed = original.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }
}
