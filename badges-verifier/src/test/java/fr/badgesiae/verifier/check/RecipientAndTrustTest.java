package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientAndTrustTest {
    private static final String OTHER_SPELLING = "WARNING recipient.matches-in-another-spelling";
    private static final String NOT_MATCHED = "INCONCLUSIVE recipient.hash-not-matched";

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void aPlainIdentifierIsCompared() {
        ObjectNode badge = named("emailAddress", "Camille@exemple.fr", false, null);
        assertThat(recipient(badge, "email=Camille@exemple.fr")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo(OTHER_SPELLING);
        assertThat(recipient(badge, "email=alix@exemple.example")).isEqualTo("FAILED recipient.differs");
        assertThat(recipient(badge, "name=Camille")).isEqualTo("INCONCLUSIVE recipient.not-named");
        assertThat(recipient(badge, "Camille")).isEqualTo("INCONCLUSIVE recipient.policy-malformed");
    }

    @Test
    void aHashedIdentifierIsComparedWithItsSalt() {
        String hash = "sha256$" + HexFormat.of().formatHex(HashAlgorithm.SHA_256.hash("camille@exemple.fr" + "sel"));
        ObjectNode badge = named("emailAddress", hash, true, "sel");
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "email=Camille@exemple.fr")).isEqualTo(OTHER_SPELLING);
        assertThat(recipient(badge, "email=alix@exemple.example")).isEqualTo(NOT_MATCHED);
        assertThat(recipient(named("emailAddress", hash, true, "poivre"), "email=camille@exemple.fr"))
                .isEqualTo(NOT_MATCHED);
    }

    @Test
    void anUnknownHashLeavesTheQuestionOpen() {
        ObjectNode badge = named("emailAddress", "sha3$00", true, null);
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo("INCONCLUSIVE recipient.hash-unknown");
        assertThat(SignedBadges.judge(badge, issuer.policy().withRecipient("email=a@b.fr"))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void whatDoesNotSayOfWhatKindOrWhatIsMalformed() {
        ObjectNode badge = named("emailAddress", "", false, null);
        assertThat(recipient(badge, "=camille@exemple.fr")).isEqualTo("INCONCLUSIVE recipient.policy-malformed");
        assertThat(recipient(badge, "email=")).isEqualTo("INCONCLUSIVE recipient.policy-malformed");
        assertThat(recipient(badge, "x=y")).isEqualTo("INCONCLUSIVE recipient.not-named");
    }

    @Test
    void anAddressMayStandInTheSubjectsId() {
        ObjectNode badge = issuer.badge();
        ((ObjectNode) badge.get("credentialSubject")).put("id", "mailto:camille@exemple.fr");
        badge = issuer.signed(badge);
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "email=Camille@exemple.fr")).isEqualTo(OTHER_SPELLING);
        assertThat(recipient(badge, "email=alix@exemple.fr")).isEqualTo("FAILED recipient.differs");
        assertThat(recipient(badge, "name=camille@exemple.fr")).isEqualTo("INCONCLUSIVE recipient.not-named");
        assertThat(recipient(issuer.signed(issuer.badge()), "email=camille@exemple.fr"))
                .isEqualTo("INCONCLUSIVE recipient.not-named");
    }

    @Test
    void aSubjectWithoutAnIdIsNotNamedByOne() {
        ObjectNode badge = named("name", "Camille", false, null);
        ((ObjectNode) badge.get("credentialSubject")).remove("id");
        badge.remove("proof");
        assertThat(recipient(issuer.signed(badge), "id=urn:x:1")).isEqualTo("INCONCLUSIVE recipient.not-named");
        assertThat(recipient(issuer.signed(badge), "email=camille@exemple.fr"))
                .isEqualTo("INCONCLUSIVE recipient.not-named");
    }

    @Test
    void caseCountsInIdentifiersThatAreNeitherNamesNorAddresses() {
        ObjectNode badge = named("sourcedId", "AbC-é", false, null);
        assertThat(recipient(badge, "sourcedId=AbC-é")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "sourcedId=abc-é")).isEqualTo("FAILED recipient.differs");
        assertThat(recipient(badge, "sourcedId=AbC-e")).isEqualTo("FAILED recipient.differs");
        assertThat(recipient(named("sourcedId", "abc", false, null), "sourcedId=ABC"))
                .isEqualTo("FAILED recipient.differs");
    }

    @Test
    void aHashThatIsNotDeclaredIsNoPlainValue() {
        String hash = "sha256$" + HexFormat.of().formatHex(HashAlgorithm.SHA_256.hash("camille@exemple.fr"));
        ObjectNode badge = named("emailAddress", hash, false, null);
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "email=alix@exemple.fr")).isEqualTo(NOT_MATCHED);
    }

    @Test
    void aPlainValueThatIsDeclaredAHashIsComparedAsWritten() {
        ObjectNode badge = named("emailAddress", "camille@exemple.fr", true, "sel");
        assertThat(recipient(badge, "email=camille@exemple.fr")).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "email=alix@exemple.fr")).isEqualTo("INCONCLUSIVE recipient.hash-unknown");
    }

    @Test
    void ofSeveralIdentitiesTheBestCountsAndAnOpenOneIsNoOtherPerson() {
        ObjectNode badge = issuer.badge();
        ((ObjectNode) badge.get("credentialSubject"))
                .putArray("identifier")
                .add(identity("name", "Dominique Exemple", false, null))
                .add(identity("name", "sha256$00", true, "sel"));
        assertThat(recipient(issuer.signed(badge), "name=Camille Exemple")).isEqualTo(NOT_MATCHED);
        assertThat(recipient(issuer.signed(badge), "name=EXEMPLE Dominique")).isEqualTo(OTHER_SPELLING);
    }

    @Test
    void anOldHashIsComparedToo() {
        // MD5 of camille@exemple.fr
        String hash = "md5$e23d84ea3050829b20a0e4434efe6e67";
        assertThat(recipient(named("emailAddress", hash, true, null), "email=camille@exemple.fr"))
                .isEqualTo("PASSED recipient.matches");
        assertThat(recipient(named("emailAddress", hash, true, null), "email=alix@exemple.fr"))
                .isEqualTo(NOT_MATCHED);
    }

    @Test
    void theSubjectsIdIsComparedWhole() {
        ObjectNode badge = issuer.signed(issuer.badge());
        String id = badge.at("/credentialSubject/id").asText();
        assertThat(recipient(badge, "id=" + id)).isEqualTo("PASSED recipient.matches");
        assertThat(recipient(badge, "id=" + id + "1")).isEqualTo("FAILED recipient.differs");
    }

    @Test
    void aKnownIssuerIsNamedAsTheRegistryNamesIt() {
        VerificationReport report = judged(entry(null));
        assertThat(trust(report)).isEqualTo("PASSED trust.known");
        assertThat(report.issuer().registered().registeredName()).isEqualTo("Atelier SAS");
    }

    @Test
    void aSuspendedIssuerIsAWarningAndNoFailure() {
        VerificationReport suspended = judged(entry(LocalDate.of(2026, 11, 1)));
        assertThat(trust(suspended)).isEqualTo("WARNING trust.suspended");
        assertThat(suspended.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void anUnknownIssuerIsAWarningAndNoFailure() {
        VerificationReport unknown = SignedBadges.judge(
                issuer.signed(issuer.badge()), issuer.policy().withTrust(id -> Optional.empty()));
        assertThat(trust(unknown)).isEqualTo("WARNING trust.unknown");
        assertThat(unknown.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void anIssuerIsKnownFromItsDayAndSuspendedFromItsOther() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(trust(judged(entry(today)))).isEqualTo("WARNING trust.suspended");
        assertThat(trust(judged(entry(today.plusDays(1))))).isEqualTo("PASSED trust.known");
        assertThat(trust(judged(new TrustRegistry.Entry("Atelier SAS", null, null, today, null))))
                .isEqualTo("PASSED trust.known");
        assertThat(trust(judged(new TrustRegistry.Entry("Atelier SAS", null, null, null, null))))
                .isEqualTo("PASSED trust.known");
        assertThat(trust(judged(new TrustRegistry.Entry("Atelier SAS", null, null, today.plusDays(9), today))))
                .isEqualTo("WARNING trust.suspended");
    }

    @Test
    void theFindingsSayWhatTheRegistryKnowsAndNothingItDoesNot() {
        assertThat(judged(entry(LocalDate.of(2026, 11, 1)))
                        .check(CheckName.TRUST)
                        .findings())
                .extracting(found -> found.key() + "=" + found.value())
                .containsExactly(
                        "trust.registeredName=Atelier SAS",
                        "trust.siret=12345678900011",
                        "trust.since=2026-01-01",
                        "trust.suspendedSince=2026-11-01");
    }

    @Test
    void theNetworkThatVettedAnIssuerIsTold() {
        assertThat(judged(new TrustRegistry.Entry("Atelier SAS", null, "Réseau", null, null))
                        .check(CheckName.TRUST)
                        .findings())
                .extracting(found -> found.key() + "=" + found.value())
                .containsExactly("trust.registeredName=Atelier SAS", "trust.network=Réseau");
    }

    @Test
    void anIssuerWithoutIdIsNotLookedUp() {
        ObjectNode badge = issuer.badge();
        ((ObjectNode) badge.get("issuer")).remove("id");
        byte[] bytes = badge.toString().getBytes(StandardCharsets.UTF_8);
        VerificationPolicy policy = issuer.policy().withTrust(id -> Optional.of(entry(null)));
        CheckResult result =
                new TrustCheck().run(new VerificationContext(CredentialReader.read(bytes), policy, policy.fetcher()));
        assertThat(result.reason().code()).isEqualTo("trust.unknown");
    }

    @Test
    void aForgeryIsNotShownUnderTheRegisteredName() {
        ObjectNode forged = issuer.signed(issuer.badge()).put("name", "Autre");
        VerificationReport report =
                SignedBadges.judge(forged, issuer.policy().withTrust(id -> Optional.of(entry(null))));
        assertThat(report.check(CheckName.TRUST).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(report.issuer().registered()).isNull();
    }

    private VerificationReport judged(TrustRegistry.Entry entry) {
        TrustRegistry registry = id -> id.equals(issuer.did()) ? Optional.of(entry) : Optional.empty();
        return SignedBadges.judge(issuer.signed(issuer.badge()), issuer.policy().withTrust(registry));
    }

    private static TrustRegistry.Entry entry(LocalDate suspended) {
        return new TrustRegistry.Entry("Atelier SAS", "12345678900011", null, LocalDate.of(2026, 1, 1), suspended);
    }

    private ObjectNode named(String type, String held, boolean hashed, String salt) {
        ObjectNode badge = issuer.badge();
        ((ObjectNode) badge.get("credentialSubject")).putArray("identifier").add(identity(type, held, hashed, salt));
        return issuer.signed(badge);
    }

    private static ObjectNode identity(String type, String held, boolean hashed, String salt) {
        ObjectNode identity = ReferenceData.parse("{\"type\":\"IdentityObject\"}")
                .put("hashed", hashed)
                .put("identityHash", held)
                .put("identityType", type);
        return salt == null ? identity : identity.put("salt", salt);
    }

    private String recipient(ObjectNode signed, String known) {
        CheckResult result =
                SignedBadges.judge(signed, issuer.policy().withRecipient(known)).check(CheckName.RECIPIENT);
        return result.outcome() + " " + result.reason().code();
    }

    private static String trust(VerificationReport report) {
        CheckResult result = report.check(CheckName.TRUST);
        return result.outcome() + " " + result.reason().code();
    }
}
