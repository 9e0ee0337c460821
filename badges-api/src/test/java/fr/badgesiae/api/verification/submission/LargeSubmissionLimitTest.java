package fr.badgesiae.api.verification.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LargeSubmissionLimitTest {
    private static final Submission PICTURE = new Submission.Bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, null, null);

    private final LargeSubmissionLimit limit = new LargeSubmissionLimit(1, Duration.ZERO);

    @Test
    void aPictureBeyondTheLimitIsUnavailable() {
        String outcome = limit.run(PICTURE, () -> {
            assertThatThrownBy(() -> limit.run(PICTURE, () -> "judged"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
            return "judged";
        });
        assertThat(outcome).isEqualTo("judged");
    }

    @Test
    void aFailedVerificationReleasesItsPermit() {
        assertThatThrownBy(() -> limit.run(PICTURE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(limit.run(PICTURE, () -> "judged")).isEqualTo("judged");
    }

    @Test
    void aBadgeAsTextNeedsNoPermit() {
        String outcome = limit.run(PICTURE, () -> limit.run(Submission.of("{}"), () -> "judged"));
        assertThat(outcome).isEqualTo("judged");
    }

    @Test
    void aDocumentThatBeginsLikeAJwtNeedsAPermit() {
        Submission document =
                new Submission.Bytes("eyJ%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "application/jwt", null);
        String outcome = limit.run(PICTURE, () -> {
            assertThatThrownBy(() -> limit.run(document, () -> "judged")).isInstanceOf(ProblemException.class);
            assertThat(limit.run(Submission.of("eyJhbGciOiJFZERTQSJ9.e30.AA"), () -> "judged"))
                    .isEqualTo("judged");
            return "judged";
        });
        assertThat(outcome).isEqualTo("judged");
    }
}
