package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reasons and findings of a check name: numbers, types, documents and parties. */
class ReportedDetailsTest {
    private final SignedBadges issuer = new SignedBadges();

    @Test
    void theNumberOfEndorsementsThatAreNotVerifiedIsTold() {
        CheckResult result = endorsed(
                issuer.signed(endorsement(1, "{\"id\":\"urn:x:1\",\"type\":[\"EndorsementSubject\"]}")),
                endorsement(2, "[{\"id\":\"urn:x:2\"}]"));
        assertThat(result.reason().code()).isEqualTo("endorsements.not-verified");
        assertThat(result.reason().arguments()).containsExactly("1", "2");
        assertThat(values(result, "endorsement.1.subject")).containsExactly("urn:x:1");
        assertThat(values(result, "endorsement.2.subject")).containsExactly("urn:x:2");
    }

    @Test
    void anEndorsementThatCannotBeReadIsAboutNobody() {
        CheckResult result = endorsed(ReferenceData.parse("{}"));
        assertThat(result.reason().arguments()).containsExactly("1", "1");
        assertThat(values(result, "endorsement.1.subject")).isEmpty();
        assertThat(values(result, "endorsement.1.of")).containsExactly("credential");
    }

    @Test
    void exactlyAsManyDigestsAsAreComparedAreNotTooMany() {
        CheckResult result = evidence(EvidenceCheck.MAX_DIGESTS);
        assertThat(result.reason().code()).isEqualTo("evidence.digest-unknown");
        assertThat(evidence(EvidenceCheck.MAX_DIGESTS + 1).reason().code()).isEqualTo("evidence.too-many");
    }

    @Test
    void theContentOfALinkIsNotRepeated() {
        CheckResult result = evidence(2);
        assertThat(result.reason().arguments()).containsExactly("data:");
        assertThat(values(result, "evidence.document")).containsExactly("data:", "https://badges.example/1");
    }

    @Test
    void aCredentialThatIsNoBadgeIsNamedByItsOtherTypes() {
        assertThat(kinds("VerifiableCredential")).isEqualTo("VerifiableCredential");
        assertThat(kinds("VerifiableCredential", "Diplome", "Titre")).isEqualTo("Diplome Titre");
        assertThat(kinds("VerifiableCredential", "D".repeat(100))).isEqualTo("D".repeat(100));
        assertThat(kinds("VerifiableCredential", "D".repeat(101))).isEqualTo("D".repeat(100));
    }

    @Test
    void theFindingsOfEveryStatusEntryAreKept() {
        String list = "https://badges.example/status/r";
        issuer.publish(list, issuer.signed(SignedBadges.list(list, "revocation", 7, issuer.did())));
        ObjectNode badge = issuer.badge();
        badge.putArray("credentialStatus")
                .add(SignedBadges.entry(list, "revocation", 1))
                .add(SignedBadges.entry(list, "revocation", 2));
        CheckResult result = checked(badge, issuer.policy(), CheckName.STATUS);
        assertThat(result.reason().code()).isEqualTo("status.not-set");
        assertThat(result.findings()).extracting(Finding::value).contains("1", "2");
    }

    private CheckResult endorsed(ObjectNode... endorsements) {
        ObjectNode badge = issuer.badge();
        badge.putArray("endorsement").addAll(List.of(endorsements));
        return checked(badge, issuer.policy(), CheckName.ENDORSEMENTS);
    }

    /** Without a proof. */
    private ObjectNode endorsement(int number, String subject) {
        ObjectNode endorsement = issuer.badge().put("id", "urn:x:endorsement:" + number);
        endorsement.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        endorsement.set(
                "credentialSubject",
                ReferenceData.parse("{\"s\":" + subject + "}").get("s"));
        return endorsement;
    }

    private CheckResult evidence(int count) {
        ObjectNode badge = issuer.badge();
        for (int i = 0; i < count; i++) {
            badge.withArray("/evidence")
                    .addObject()
                    .put("id", i == 0 ? "data:,a" : "https://badges.example/" + i)
                    .put("digestSRI", "crc32-AAAA")
                    .putArray("type")
                    .add("Evidence");
        }
        return checked(badge, issuer.policy().withEvidence(), CheckName.EVIDENCE);
    }

    private String kinds(String... types) {
        ObjectNode badge = issuer.badge();
        ArrayNode named = badge.putArray("type");
        List.of(types).forEach(named::add);
        CheckResult result = SignedBadges.judge(badge, issuer.policy()).check(CheckName.SCHEMA);
        assertThat(result.reason().code()).isEqualTo("schema.not-a-badge");
        return result.reason().arguments().get(0);
    }

    private CheckResult checked(ObjectNode badge, VerificationPolicy policy, CheckName name) {
        return SignedBadges.judge(issuer.signed(badge), policy).check(name);
    }

    private static List<String> values(CheckResult result, String key) {
        return result.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .toList();
    }
}
