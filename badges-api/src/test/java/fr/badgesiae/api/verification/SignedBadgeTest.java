package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedBadgeTest {
    @Test
    void aBadgeOfOpenBadges2ShowsItsNameAndItsDay() {
        VerificationReport report = judged("valid-ob2-embedded.json");
        assertThat(SignedBadge.proven(report)).isPresent();
        SignedBadge badge = SignedBadge.of(report).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.awardedOn()).isEqualTo("2026-10-01");
    }

    @Test
    void aBadgeOfOpenBadges3ShowsItsNameAndItsDay() {
        SignedBadge badge = SignedBadge.of(judged("valid-did-web.json")).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.awardedOn()).isEqualTo("2026-10-01");
    }

    /** What a displayer shows (certification guide, Displayer, tests 1 and 3), beside the status of the report. */
    @ParameterizedTest
    @ValueSource(strings = {"valid-did-web.json", "valid-vc11.json", "vc11-expired.json", "vc11-revoked.json"})
    void aBadgeOfEitherDataModelShowsItsTextsAndItsDates(String sample) {
        SignedBadge badge = SignedBadge.of(judged(sample)).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.description()).startsWith("Participe à un travail commun");
        assertThat(badge.validFrom()).isEqualTo("2026-10-01T08:00:00Z");
        assertThat(badge.validUntil())
                .isEqualTo(sample.contains("expired") ? "2026-11-01T08:00:00Z" : "2028-10-01T08:00:00Z");
    }

    private static VerificationReport judged(String sample) {
        Map<String, byte[]> documents = Samples.documents();
        Fetcher fetcher = (uri, limits) -> Optional.ofNullable(documents.get(uri.toString()))
                .<FetchResult>map(body -> new FetchResult.Fetched(uri, "application/json", body, false, false))
                .orElseGet(() -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document"));
        return new BadgeVerifier()
                .verify(Submission.of(Samples.named(sample).bytes()), VerificationPolicy.at(Samples.at(), fetcher));
    }
}
