package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedBadgeTest {
    private static final Map<String, byte[]> DOCUMENTS = Samples.documents();
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    @Test
    void aBadgeOfOpenBadges2ShowsItsNameAndItsDay() {
        VerificationReport report = judged("valid-ob2-embedded.json");
        assertThat(SignedBadge.proven(report)).isPresent();
        SignedBadge badge = SignedBadge.of(report, FrenchZone.PARIS).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.dates().awarded()).isEqualTo("2026-10-01");
    }

    @Test
    void aBadgeOfOpenBadges3ShowsItsNameAndItsDay() {
        SignedBadge badge =
                SignedBadge.of(judged("valid-did-web.json"), FrenchZone.PARIS).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.dates().awarded()).isEqualTo("2026-10-01");
    }

    /** What a displayer shows (certification guide, Displayer, tests 1 and 3), beside the status of the report. */
    @ParameterizedTest
    @ValueSource(strings = {"valid-did-web.json", "valid-vc11.json", "vc11-expired.json", "vc11-revoked.json"})
    void aBadgeOfEitherDataModelShowsItsTextsAndItsDates(String sample) {
        SignedBadge badge = SignedBadge.of(judged(sample), FrenchZone.PARIS).orElseThrow();
        assertThat(badge.name()).isEqualTo("Travailler en équipe");
        assertThat(badge.description()).startsWith("Participe à un travail commun");
        assertThat(badge.dates().from()).isEqualTo("2026-10-01");
        assertThat(badge.dates().until()).isEqualTo(sample.contains("expired") ? "2026-11-01" : "2028-10-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid-did-web.json", "valid-ob2-embedded.json", "valid-ob2-hosted.json"})
    void skillsAreShownByTheirLabelsWithACodeAndALink(String sample) {
        assertThat(SignedBadge.of(judged(sample), FrenchZone.PARIS)
                        .orElseThrow()
                        .skills())
                .singleElement()
                .satisfies(skill -> assertThat(skill.label()).isEqualTo("Réaliser un travail en équipe"))
                .satisfies(skill -> assertThat(skill.source()).endsWith("400001"))
                .satisfies(skill -> assertThat(skill.link().host()).isEqualTo("referentiel.example"));
    }

    @Test
    void evidenceIsShownWithItsNameWordsAndLink() {
        SafeLink link = SafeLink.of("https://atelier.example/recit");
        assertThat(SignedBadge.of(judged("valid-ob2-evidence.json"), FrenchZone.PARIS)
                        .orElseThrow()
                        .evidence())
                .contains(new SignedBadge.Evidence("Récit", "Une année.", link));
    }

    /** The verdict rests on the claim of the token: the page shows the same day. */
    @Test
    void anEndThatOnlyTheTokenStatesIsShown() {
        BadgeDates dates = SignedBadge.of(judged("jwt-exp-alone-ends.jwt"), FrenchZone.PARIS)
                .orElseThrow()
                .dates();
        assertThat(dates.until()).isNotNull();
        assertThat(dates.endless()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"end-two.json", "date-without-zone.json"})
    void anEndThatCannotBeReadIsNotCalledNone(String sample) {
        assertThat(SignedBadge.of(judged(sample), FrenchZone.PARIS)
                        .orElseThrow()
                        .dates()
                        .endless())
                .isFalse();
    }

    @Test
    void aBadgeWithoutAnEndIsSaidToHaveNone() {
        assertThat(SignedBadge.of(judged("valid-without-end.json"), FrenchZone.PARIS)
                        .orElseThrow()
                        .dates()
                        .endless())
                .isTrue();
    }

    @Test
    void aRecipientIsShownByANameOrAnAddressInClearAndNeverByAHash() {
        SignedBadge plain = SignedBadge.of(judged("valid-ob2-plain-recipient.json"), FrenchZone.PARIS)
                .orElseThrow();
        assertThat(plain.identifier()).contains("@");
        SignedBadge hashed = SignedBadge.of(judged("valid-ob2-hosted.json"), FrenchZone.PARIS)
                .orElseThrow();
        assertThat(hashed.identifier()).isNull();
        assertThat(hashed.hashed()).isTrue();
        assertThat(SignedBadge.of(judged("valid-did-web.json"), FrenchZone.PARIS)
                        .orElseThrow()
                        .identifier())
                .isNull();
    }

    @Test
    void nothingOfABadgeThatIsNotProvenIsShown() {
        for (Sample sample : Samples.all()) {
            VerificationReport report = judged(sample);
            assertThat(SignedBadge.of(report, FrenchZone.PARIS).isPresent())
                    .as(sample.file())
                    .isEqualTo(report.proven());
        }
    }

    private static VerificationReport judged(String sample) {
        return judged(Samples.named(sample));
    }

    private static VerificationReport judged(Sample sample) {
        return VERIFIER.verify(
                Submission.of(sample.bytes()), VerificationPolicy.at(Samples.at(), SignedBadgeTest::fetch));
    }

    private static FetchResult fetch(URI uri, FetchLimits limits) {
        byte[] body = DOCUMENTS.get(uri.toString());
        return body == null
                ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document")
                : new FetchResult.Fetched(uri, "application/json", body, false, false);
    }
}
