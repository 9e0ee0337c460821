package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresentationProofTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    @Test
    void theFindingsSayWhoPresentsAndForWhichOccasion() {
        CheckResult format = format("valid-presented-signed.json");

        assertThat(values(format, "format.presentationProof")).containsExactly("PASSED proof.verified");
        assertThat(values(format, "format.presentationHolder"))
                .singleElement()
                .satisfies(holder -> assertThat(holder).startsWith("did:key:z6Mk"));
        assertThat(values(format, "format.presentationHolderIsSubject")).containsExactly("false");
        assertThat(values(format, "format.presentationChallenge")).containsExactly("k3v9q2");
        assertThat(values(format, "format.presentationDomain")).containsExactly("employeur.example");
    }

    @Test
    void theNonceAndTheAudienceOfATokenAreToldToo() {
        CheckResult format = format("valid-presented-vp-claim.jwt");

        assertThat(values(format, "format.presentationChallenge")).containsExactly("k3v9q2");
        assertThat(values(format, "format.presentationDomain")).containsExactly("https://employeur.example");
    }

    @Test
    void thePeriodOfATokenIsToldAndALongTextIsShortened() {
        String[] parts = Samples.named("valid-presented-vp-claim.jwt").text().split("\\.", -1);
        ObjectNode claims =
                ReferenceData.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        claims.put("nbf", 1).put("exp", 2).put("nonce", "n".repeat(201)).put("aud", "a".repeat(200));
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        CheckResult format = format(Submission.of(parts[0] + "." + payload + "." + parts[2].strip()));

        assertThat(values(format, "format.presentationProof")).containsExactly("FAILED proof.signature-invalid");
        assertThat(values(format, "format.presentationNotBefore")).containsExactly("1");
        assertThat(values(format, "format.presentationExpires")).containsExactly("2");
        assertThat(values(format, "format.presentationChallenge")).containsExactly("n".repeat(200));
        assertThat(values(format, "format.presentationDomain")).containsExactly("a".repeat(200));
    }

    @Test
    void whatIsWrongWithASignatureIsNamed() {
        assertThat(values(format("presented-key-not-for-authentication.json"), "format.presentationProof"))
                .containsExactly("FAILED proof.key-not-for-authentication");
        assertThat(values(format("presented-for-assertion.json"), "format.presentationProof"))
                .containsExactly("FAILED proof.wrong-purpose");
        assertThat(values(format("presented-lapsed.json"), "format.presentationProof"))
                .containsExactly("FAILED proof.expired");
        assertThat(values(format("presented-jwt-lapsed.jwt"), "format.presentationProof"))
                .containsExactly("FAILED proof.expired");
        assertThat(values(format("presented-jwt-other-holder.jwt"), "format.presentationProof"))
                .containsExactly("FAILED proof.claim-contradicts");
    }

    @Test
    void afterTheDeadlineNoSignatureIsExamined() {
        VerificationPolicy late = policy().withDeadline(() -> true);
        CheckResult format = VERIFIER.verify(
                        Submission.of(
                                Samples.named("valid-presented-signed.json").bytes()),
                        late)
                .checks()
                .get(0);

        assertThat(format.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(format.reason().code()).isEqualTo("format.presentation-signature-not-examined");
    }

    private static CheckResult format(String sample) {
        return format(Submission.of(Samples.named(sample).bytes()));
    }

    private static CheckResult format(Submission submission) {
        CheckResult format = VERIFIER.verify(submission, policy()).checks().get(0);
        assertThat(format.name()).isEqualTo(CheckName.FORMAT);
        return format;
    }

    private static VerificationPolicy policy() {
        Map<String, byte[]> documents = Samples.documents();
        Fetcher fetcher = (uri, limits) -> documents.containsKey(uri.toString())
                ? new FetchResult.Fetched(uri, "application/json", documents.get(uri.toString()), false, false)
                : new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404");
        return VerificationPolicy.at(Samples.at(), fetcher);
    }

    private static List<String> values(CheckResult result, String key) {
        return result.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .toList();
    }
}
