package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.schemas.samples.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndorsementReportsTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final String ENDORSER = "https://badges.example/issuers/jardin";

    @Test
    void everyEndorsementHasAWholeReportOfItsOwn() {
        VerificationReport report = verify("valid-endorsed-three-times.json");
        assertThat(report.endorsements()).hasSize(3).allSatisfy(endorsement -> {
            assertThat(endorsement.verdict()).isEqualTo(Verdict.VALID);
            assertThat(endorsement.checks().stream().map(CheckResult::name)).containsExactly(CheckName.values());
            assertThat(endorsement.issuer().registered().registeredName()).isEqualTo("Jardin SCOP");
        });
        assertThat(report.endorsements().stream()
                        .map(endorsement -> endorsement.input().source()))
                .containsExactly("endorsement of credential", "endorsement of issuer", "endorsement of achievement");
    }

    @Test
    void theFailureOfAnEndorsementIsKeptInItsOwnReport() {
        VerificationReport report = verify("endorsement-tampered.json");
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        VerificationReport endorsement = report.endorsements().get(0);
        assertThat(endorsement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(endorsement.check(CheckName.PROOF).reason().code()).isEqualTo("proof.signature-invalid");
        assertThat(endorsement.issuer().registered()).isNull();
        assertThat(report.check(CheckName.ENDORSEMENTS).findings())
                .extracting(Finding::key, Finding::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("endorsement.1.verdict", "INVALID"),
                        org.assertj.core.groups.Tuple.tuple("endorsement.1.issuer", ENDORSER));
    }

    @Test
    void theFindingsNameTheEndorserAsTheRegistryDoesAndWhatIsEndorsed() {
        assertThat(verify("valid-endorsed-badge.json")
                        .check(CheckName.ENDORSEMENTS)
                        .findings())
                .extracting(Finding::key)
                .containsExactly(
                        "endorsement.1.of",
                        "endorsement.1.subject",
                        "endorsement.1.issuer",
                        "endorsement.1.verdict",
                        "endorsement.1.registeredName");
    }

    @Test
    void aBadgeWhereAnEndorsementShouldBeIsNoEndorsement() {
        CheckResult schema =
                verify("endorsement-is-a-badge.json").endorsements().get(0).check(CheckName.SCHEMA);
        assertThat(schema.reason().code()).isEqualTo("schema.not-an-endorsement");
    }

    @Test
    void noMoreThanSixteenAreJudged() {
        assertThat(verify("endorsements-too-many.json").endorsements()).hasSize(16);
    }

    @Test
    void theJsonReportHoldsThemAsReports() {
        JsonNode json = ReportJson.write(verify("valid-endorsed-badge.json"), Locale.ENGLISH);
        JsonNode endorsement = json.at("/endorsements/0");
        assertThat(endorsement.path("verdict").asText()).isEqualTo("VALID");
        assertThat(endorsement.at("/issuer/registeredName").asText()).isEqualTo("Jardin SCOP");
        assertThat(endorsement.path("endorsements")).isEmpty();
    }

    @Test
    void theRecipientTheCallerLooksForIsNotAskedOfEndorsements() {
        VerificationPolicy policy = policy().withRecipient("id=urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60");
        VerificationReport report = VERIFIER.verify(
                Submission.of(Samples.named("valid-endorsed-badge.json").bytes()), policy);
        assertThat(report.check(CheckName.RECIPIENT).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.endorsements().get(0).check(CheckName.RECIPIENT).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void anUnprovenBadgeHasNoEndorsementsJudged() {
        String badge = Samples.named("valid-endorsed-badge.json").text().replace("prévient", "previent");
        VerificationReport report = VERIFIER.verify(Submission.of(badge), policy());
        assertThat(report.check(CheckName.ENDORSEMENTS).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(report.endorsements()).isEqualTo(List.of());
    }

    private static VerificationReport verify(String sample) {
        return VERIFIER.verify(Submission.of(Samples.named(sample).bytes()), policy());
    }

    private static VerificationPolicy policy() {
        TrustRegistry.Entry entry = new TrustRegistry.Entry("Jardin SCOP", null, null, LocalDate.of(2026, 1, 1), null);
        return VerificationPolicy.at(Samples.at(), SamplesTest.documents())
                .withTrust(id -> id.equals(ENDORSER) ? Optional.of(entry) : Optional.empty());
    }
}
