package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningTest {
    @Test
    void aCopyThatDiffersFromWhatIsPublishedIsSaidTo() {
        VerificationReport same = new BadgeVerifier()
                .verify(
                        Submission.of(Samples.named("valid-did-key.json").bytes()),
                        VerificationPolicy.at(Samples.at(), Fetcher.offline()));
        CheckResult proof = new CheckResult(
                CheckName.PROOF,
                Outcome.WARNING,
                new Reason("proof.hosted-copy-differs", List.of("https://a.example/", "a", "b")),
                List.of());
        VerificationReport other = new VerificationReport(
                same.verdict(),
                same.headline(),
                same.kind(),
                same.at(),
                same.input(),
                same.checks().stream()
                        .map(check -> check.name() == CheckName.PROOF ? proof : check)
                        .toList(),
                same.credential(),
                same.summary(),
                same.issuer(),
                same.endorsements());
        assertThat(Meaning.differs(same)).isFalse();
        assertThat(Meaning.differs(other)).isTrue();
        assertThat(Banner.of(other, null, false).key()).isEqualTo("authentic-unknown-issuer-hosted");
    }
}
