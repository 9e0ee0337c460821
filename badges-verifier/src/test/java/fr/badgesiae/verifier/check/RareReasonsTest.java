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
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Reasons that no sample gives: they need a policy, a fetcher or bytes that no file of the corpus has. */
class RareReasonsTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final String SCHEMA = "https://badges.example/schema.json";

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThat(format(new byte[] {'{', (byte) 0xff, '}'})).isEqualTo("FAILED format.not-utf8");
        assertThat(format("true")).isEqualTo("FAILED format.not-an-object");
        assertThat(format("{\"type\":[\"VerifiableCredential\"],\"a\":\"\\ud800\"}"))
                .isEqualTo("FAILED format.not-unicode");
        assertThat(format("{\"type\":[\"VerifiableCredential\"],\"a\":1e999}"))
                .isEqualTo("FAILED format.number-out-of-range");
        assertThat(format("{\"a\":" + "1".repeat(1001) + "}")).isEqualTo("INCONCLUSIVE format.number-too-long");
        assertThat(format("eyJhbGciOiJFUzI1NiJ9.e30")).isEqualTo("FAILED format.not-a-jws");
        assertThat(format("eyJhbGciOiJFUzI1NiJ9.e30.c2ln~WyJhIl0~"))
                .isEqualTo("INCONCLUSIVE format.sd-jwt-not-examined");
    }

    @Test
    void afterTheDeadlineEveryCheckIsOpen() {
        VerificationReport report = SignedBadges.judge(
                issuer.signed(issuer.badge()), issuer.policy().withDeadline(() -> true));
        assertThat(told(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE deadline.passed");
        assertThat(told(report, CheckName.STATUS)).isEqualTo("SKIPPED skipped.proof-not-passed");
    }

    @Test
    void theSchemasThatABadgeNamesAreHonoured() {
        issuer.publish(SCHEMA, ReferenceData.parse("{\"type\":\"object\",\"required\":[\"absent\"]}"));
        assertThat(named(SCHEMA, "JsonSchema", 1)).isEqualTo("FAILED schema.own-schema-violated");
        issuer.publish(SCHEMA, ReferenceData.parse("{\"type\":\"object\",\"required\":[\"name\"]}"));
        assertThat(named(SCHEMA, "JsonSchema", 1)).isEqualTo("PASSED schema.conforms");
        issuer.publish(SCHEMA, ReferenceData.parse("{\"$ref\":\"https://other.example/schema.json\"}"));
        assertThat(named(SCHEMA, "JsonSchema", 1)).isEqualTo("INCONCLUSIVE schema.own-schema-unusable");
        assertThat(named(SCHEMA + "/absent", "JsonSchema", 1)).isEqualTo("INCONCLUSIVE schema.own-schema-unreachable");
        assertThat(named(SCHEMA, "https://mots.example/Schema", 1)).isEqualTo("WARNING schema.own-schema-type-unknown");
        assertThat(named(SCHEMA, "JsonSchema", 9)).isEqualTo("INCONCLUSIVE schema.too-many-own-schemas");
    }

    @Test
    void anIssuerThatIsNoProfileIsAWarning() {
        assertThat(unsigned(
                        badge -> ((ObjectNode) badge.get("issuer"))
                                .putArray("type")
                                .add("Organisation"),
                        CheckName.ISSUER))
                .isEqualTo("WARNING issuer.type-wrong");
    }

    @Test
    void aViolationInAListOfStatusEntriesNamesTheEntry() {
        ObjectNode badge = issuer.badge();
        badge.putArray("credentialStatus")
                .add(ReferenceData.parse("{\"id\":\"https://badges.example/s/1\",\"type\":\"1EdTechRevocationList\"}"))
                .add(ReferenceData.parse("{\"id\":\"https://badges.example/s/2\",\"type\":2}"));
        CheckResult schema = SignedBadges.judge(badge, issuer.policy()).check(CheckName.SCHEMA);
        assertThat(schema.findings()).extracting(Finding::value).containsExactly("/credentialStatus/1/type type");
    }

    @Test
    void aProfileNobodyAskedForIsNotFetched() {
        VerificationPolicy silent = new VerificationPolicy(
                SignedBadges.AT,
                Fetcher.offline(),
                TrustRegistry.empty(),
                null,
                false,
                false,
                false,
                false,
                Fetcher.offline(),
                () -> false);
        ObjectNode badge = issuer.badge();
        ((ObjectNode) badge.get("issuer")).put("id", "https://badges.example/issuers/1");
        assertThat(told(SignedBadges.judge(badge, silent), CheckName.ISSUER)).isEqualTo("PASSED issuer.not-asked");
    }

    @Test
    void oldCopiesAreUsedWithAWarning() {
        Map<String, byte[]> documents = Samples.documents();
        Fetcher stale = (uri, limits) -> documents.containsKey(uri.toString())
                ? new FetchResult.Fetched(uri, "application/json", documents.get(uri.toString()), false, true)
                : new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404");
        VerificationReport report = VERIFIER.verify(
                Submission.of(Samples.named("valid-did-web.json").bytes()), VerificationPolicy.at(Samples.at(), stale));
        assertThat(told(report, CheckName.ISSUER)).isEqualTo("WARNING issuer.document-stale");
        assertThat(told(report, CheckName.STATUS)).isEqualTo("WARNING status.list-stale");
    }

    @Test
    void theContextOfCredentialsStandsFirst() {
        assertThat(unsigned(
                        badge -> badge.withArray("/@context").set(0, "https://mots.example/context"),
                        CheckName.CONTEXT))
                .isEqualTo("FAILED context.order-wrong");
    }

    @Test
    void contextsOfOnesOwnAreRefused() {
        assertThat(unsigned(
                        badge -> badge.withArray("/@context").addObject().put("a", "https://a.example/"),
                        CheckName.CONTEXT))
                .isEqualTo("INCONCLUSIVE context.inline");
    }

    @Test
    void hiddenStatementsAreRefused() {
        assertThat(unsigned(badge -> badge.put("https://schema.org/name", "Autre"), CheckName.CONTEXT))
                .isEqualTo("FAILED context.disguised-statement");
    }

    @Test
    void whatIsNoJsonLdOrHasADatatypeOfItsOwnIsRefused() {
        assertThat(unsigned(badge -> subject(badge).put("id", true), CheckName.CONTEXT))
                .isEqualTo("FAILED context.invalid-json-ld");
        assertThat(unsigned(
                        badge -> badge.putObject("name")
                                .put("@value", "Accueillir")
                                .put("@type", "lettre"),
                        CheckName.CONTEXT))
                .isEqualTo("FAILED context.datatype-not-absolute");
    }

    @Test
    void anOptionThatTheSignatureWouldNotCoverIsRefused() {
        ObjectNode badge = issuer.signed(issuer.badge());
        ((ObjectNode) badge.get("proof")).put("motInconnu", "x");
        assertThat(told(SignedBadges.judge(badge, issuer.policy()), CheckName.PROOF))
                .isEqualTo("FAILED proof.options-unsafe");
    }

    @Test
    void aProofUponOneThatNeverHeldDoesNotHold() {
        ObjectNode badge = ReferenceData.parse(
                Samples.named("proof-chain-upon-a-bad-proof.json").text());
        badge.withArray("/proof").add(badge.withArray("/proof").remove(0));
        VerificationReport report = VERIFIER.verify(
                Submission.of(badge.toString()), VerificationPolicy.at(Samples.at(), (uri, limits) -> served(uri)));
        assertThat(told(report, CheckName.PROOF)).isEqualTo("FAILED proof.previous-proof-failed");
    }

    private static FetchResult served(URI uri) {
        byte[] body = Samples.documents().get(uri.toString());
        return body == null
                ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404")
                : new FetchResult.Fetched(uri, "", body, false, false);
    }

    private static ObjectNode subject(ObjectNode badge) {
        return (ObjectNode) badge.get("credentialSubject");
    }

    @Test
    void moreDigestsThanAreComparedAreSaidToBe() {
        ObjectNode badge = issuer.badge();
        for (int i = 0; i <= EvidenceCheck.MAX_DIGESTS; i++) {
            badge.withArray("/evidence")
                    .addObject()
                    .put("id", "data:,a" + i)
                    .put("digestSRI", "crc32-AAAA")
                    .putArray("type")
                    .add("Evidence");
        }
        VerificationReport report =
                SignedBadges.judge(issuer.signed(badge), issuer.policy().withEvidence());
        assertThat(told(report, CheckName.EVIDENCE)).isEqualTo("WARNING evidence.too-many");
    }

    @Test
    void endorsementsOfAnEndorsementAreNotFollowed() {
        byte[] bytes = Samples.named("valid-endorsed-badge.json").bytes();
        CheckResult result = new EndorsementsCheck()
                .run(new VerificationContext(CredentialReader.read(bytes), issuer.policy(), Fetcher.offline()));
        assertThat(result.outcome() + " " + result.reason().code()).isEqualTo("WARNING endorsements.not-followed");
    }

    @Test
    void anIssuerVettedLaterIsNotKnownYet() {
        TrustRegistry.Entry entry = new TrustRegistry.Entry("Atelier SAS", null, null, LocalDate.of(2026, 12, 1), null);
        VerificationReport report = SignedBadges.judge(
                issuer.signed(issuer.badge()), issuer.policy().withTrust(id -> Optional.of(entry)));
        assertThat(told(report, CheckName.TRUST)).isEqualTo("WARNING trust.not-yet-known");
    }

    private String named(String id, String type, int times) {
        ObjectNode badge = issuer.badge();
        for (int i = 0; i < times; i++) {
            badge.withArray("/credentialSchema").addObject().put("id", id).put("type", type);
        }
        return told(SignedBadges.judge(issuer.signed(badge), issuer.policy()), CheckName.SCHEMA);
    }

    private String unsigned(Consumer<ObjectNode> change, CheckName name) {
        ObjectNode badge = issuer.badge();
        change.accept(badge);
        return told(SignedBadges.judge(badge, issuer.policy()), name);
    }

    private static String format(String text) {
        return format(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String format(byte[] bytes) {
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), Fetcher.offline());
        return told(VERIFIER.verify(Submission.of(bytes), policy), CheckName.FORMAT);
    }

    private static String told(VerificationReport report, CheckName name) {
        CheckResult result = report.check(name);
        return result.outcome() + " " + result.reason().code();
    }
}
