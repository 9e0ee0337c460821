package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.ASSERTION;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and rules of the checks of Open Badges 2.0 that no sample shows. */
class AssertionRulesTest {
    private static final String BADGE = "https://ob2.example/badges/equipe";
    private static final String ISSUER = "https://ob2.example/issuers/atelier";
    private static final Submission SOUND =
            Submission.of(Samples.named("valid-ob2-hosted.json").text());

    private static ObjectNode badge() {
        return json(Samples.documents().get(BADGE));
    }

    private static VerificationPolicy silent(VerificationPolicy policy) {
        return new VerificationPolicy(
                policy.at(),
                policy.fetcher(),
                policy.trust(),
                policy.recipient(),
                false,
                policy.refresh(),
                policy.evidence(),
                policy.allowLoopback(),
                policy.documents(),
                policy.expired());
    }

    @Test
    void anEmbeddedIssuerIsAProfile() {
        ObjectNode badge = badge();
        badge.putObject("issuer").put("id", ISSUER).put("type", "Organization").put("name", "Atelier");
        VerificationReport report = new Ob2Fixture().serve(BADGE, badge).verify(SOUND);
        assertThat(reason(report, CheckName.ISSUER)).isEqualTo("WARNING issuer.type-wrong");
        badge.withObject("/issuer").put("type", "Issuer");
        assertThat(reason(new Ob2Fixture().serve(BADGE, badge).verify(SOUND), CheckName.ISSUER))
                .isNotEqualTo("WARNING issuer.type-wrong");
        badge.withObject("/issuer").put("type", "BadgeClass");
        assertThat(reason(new Ob2Fixture().serve(BADGE, badge).verify(SOUND), CheckName.ISSUER))
                .isEqualTo("FAILED issuer.type-wrong");
    }

    @Test
    void anIssuerThatIsOnlyAnOriginIsNamedByIt() {
        VerificationReport report = new Ob2Fixture()
                .verify(Submission.of(Samples.named("ob1-origin-only.json").text()));
        assertThat(report.check(CheckName.ISSUER).reason().arguments()).containsExactly("https://ob2.example");
    }

    @Test
    void anIssuerIsFoundAtAnAddressOfTheWebOnly() {
        ObjectNode badge = badge().put("issuer", "urn:uuid:1");
        assertThat(reason(new Ob2Fixture().serve(BADGE, badge).verify(SOUND), CheckName.ISSUER))
                .isEqualTo("INCONCLUSIVE issuer.id-not-resolvable");
    }

    @Test
    void aProfileThatNobodyAskedForIsNotCompared() {
        VerificationReport report =
                new Ob2Fixture().with(AssertionRulesTest::silent).verify(SOUND);
        assertThat(reason(report, CheckName.ISSUER)).isEqualTo("PASSED issuer.not-asked");
    }

    @Test
    void anOldCopyOfTheProfileGetsAWarning() {
        VerificationReport report = new Ob2Fixture().from(ISSUER, ISSUER, true).verify(SOUND);
        assertThat(reason(report, CheckName.ISSUER)).isEqualTo("WARNING issuer.document-stale");
    }

    /** In seconds from the moment of judging: a tolerance of 60 before the start, none after the end. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, PASSED validity-period.within",
        "0, 0, FAILED validity-period.expired",
        "1, 2, WARNING validity-period.within-tolerance",
        "60, 61, WARNING validity-period.within-tolerance",
        "61, 62, FAILED validity-period.not-yet-valid",
        "60, 60, WARNING validity-period.within-tolerance",
        "60, 59, FAILED validity-period.end-before-start",
    })
    void thePeriodIsExactToTheSecond(long start, long end, String answer) {
        VerificationReport report = new Ob2Fixture()
                .hosted(assertion -> assertion
                        .put("issuedOn", Samples.at().plusSeconds(start).toString())
                        .put("expires", Samples.at().plusSeconds(end).toString()));
        assertThat(reason(report, CheckName.VALIDITY_PERIOD)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "301, 300"})
    void aReasonOfRevocationIsShownUpTo300Characters(int length, int shown) {
        String said = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"" + ASSERTION
                + "\",\"revoked\":true,\"revocationReason\":\"" + "é".repeat(length) + "\"}";
        VerificationReport report = new Ob2Fixture().gone(ASSERTION, said).verify(SOUND);
        assertThat(report.check(CheckName.STATUS).findings())
                .filteredOn(finding -> finding.key().equals("status.revocationReason"))
                .extracting(Finding::value)
                .containsExactly("é".repeat(shown));
    }

    @Test
    void aTermIsDefinedWhereverItStands() {
        assertThat(undefined("{\"recipient\":{\"inconnu\":1}}")).containsExactly("recipient.inconnu");
        assertThat(undefined("{\"evidence\":[{\"narrative\":\"a\"},{\"inconnu\":1}]}"))
                .containsExactly("evidence.inconnu");
        assertThat(undefined("{\"evidence\":{\"@context\":\"https://w3id.org/openbadges/v2\",\"inconnu\":1}}"))
                .containsExactly("evidence.inconnu");
        assertThat(undefined("{\"evidence\":{\"@context\":\"https://autre.example/\",\"inconnu\":1}}"))
                .isEmpty();
        assertThat(undefined("{\"@context\":[\"https://w3id.org/openbadges/v2\",{\"inconnu\":null}]}"))
                .isEmpty();
    }

    private static List<String> undefined(String members) {
        CheckResult context = new Ob2Fixture()
                .hosted(assertion -> assertion.setAll(json(members)))
                .check(CheckName.CONTEXT);
        assertThat(context.reason().code())
                .isEqualTo(context.outcome() == Outcome.PASSED ? "context.all-defined" : "context.undefined-term");
        return context.reason().arguments();
    }

    @Test
    void theContextOfOpenBadges3IsNotThatOf2() {
        VerificationReport report = new Ob2Fixture()
                .hosted(assertion ->
                        assertion.put("@context", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
        assertThat(reason(report, CheckName.CONTEXT)).isEqualTo("INCONCLUSIVE context.ob2-missing");
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.headline()).isEqualTo(Headline.CANNOT_TELL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/openbadges/v2",
                "http://w3id.org/openbadges/v2#",
                "https://openbadgespec.org/v2/context.json",
                "https://www.openbadgespec.org/v2/context.json",
                "https://purl.imsglobal.org/ob/v2p0",
                "https://purl.imsglobal.org/ob/v2p1",
                "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld"
            })
    void aPublishedAddressOfTheContextIsKnown(String url) {
        assertThat(context(url)).isEqualTo("PASSED context.all-defined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mots.example/v2",
                "https://w3id.org/openbadges/v3",
                "https://w3id.org.example/openbadges/v2",
                "https://openbadgespec.org/v2/contexte.json",
                "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json"
            })
    void aContextThatNobodyKnowsLeavesTheBadgeOpen(String url) {
        assertThat(context(url)).isEqualTo("INCONCLUSIVE context.unknown");
    }

    private static String context(String url) {
        return reason(new Ob2Fixture().hosted(assertion -> assertion.put("@context", url)), CheckName.CONTEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"_:b0","type":"Evidence","narrative":"a"}   | WARNING context.id-not-absolute | PASSED schema.ob2-conforms
            [{"id":"_:b0","narrative":"a"},{"narrative":"b"}] | WARNING context.id-not-absolute | PASSED schema.ob2-conforms
            ["https://a.example/1","_:b1"]                    | WARNING context.id-not-absolute | PASSED schema.ob2-conforms
            {"id":"b0","narrative":"a"}                       | PASSED context.all-defined      | FAILED schema.ob2-does-not-conform
            """)
    void evidenceMayHaveABlankNodeId(String evidence, String context, String schema) {
        VerificationReport report =
                new Ob2Fixture().hosted(assertion -> assertion.setAll(json("{\"evidence\":" + evidence + "}")));
        assertThat(reason(report, CheckName.CONTEXT)).isEqualTo(context);
        assertThat(reason(report, CheckName.SCHEMA)).isEqualTo(schema);
    }

    @Test
    void anOldCopyOfARevocationListGetsAWarning() {
        String list = "https://ob2.example/revocations/atelier";
        VerificationReport report = new Ob2Fixture()
                .from(list, list, true)
                .verify(Submission.of(Samples.named("valid-ob2-signed.jws").text()));
        assertThat(reason(report, CheckName.STATUS)).isEqualTo("WARNING status.list-stale");
    }

    @Test
    void eightEndorsementsAreFollowedAndNoNinth() {
        assertThat(reason(endorsed(AssertionEndorsements.MAX_ENDORSEMENTS), CheckName.ENDORSEMENTS))
                .isEqualTo("WARNING endorsements.not-verified");
        VerificationReport more = endorsed(AssertionEndorsements.MAX_ENDORSEMENTS + 1);
        assertThat(reason(more, CheckName.ENDORSEMENTS)).isEqualTo("WARNING endorsements.too-many");
        assertThat(more.endorsements()).hasSize(AssertionEndorsements.MAX_ENDORSEMENTS);
    }

    private static VerificationReport endorsed(int times) {
        return new Ob2Fixture().hosted(assertion -> {
            ArrayNode endorsements = assertion.putArray("endorsement");
            for (int i = 0; i < times; i++) {
                endorsements.add("https://ob2.example/endorsements/" + i);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "=lea@exemple.example, INCONCLUSIVE recipient.policy-malformed",
        "email=, INCONCLUSIVE recipient.policy-malformed",
        "e=l, INCONCLUSIVE recipient.not-named",
    })
    void anExpectedRecipientHasAKindAndAValue(String known, String answer) {
        VerificationReport report =
                new Ob2Fixture().with(policy -> policy.withRecipient(known)).verify(SOUND);
        assertThat(reason(report, CheckName.RECIPIENT)).isEqualTo(answer);
    }

    @Test
    void anAssertionOfOpenBadges1KeepsTheRulesThatItHad() {
        ObjectNode older = json(Samples.named("valid-ob1-hosted-1.1.json").bytes());
        assertThat(reason(new Ob2Fixture().verify(Submission.of(older.toString())), CheckName.SCHEMA))
                .isEqualTo("PASSED schema.ob2-conforms");
        older.remove("recipient");
        Ob2Fixture fixture = new Ob2Fixture().serve(older.at("/verify/url").asText(), older);
        assertThat(reason(fixture.verify(Submission.of(older.toString())), CheckName.SCHEMA))
                .isEqualTo("FAILED schema.ob2-does-not-conform");
    }

    @Test
    void anotherClassWithTheMembersOfABadgeIsNone() {
        VerificationReport report = new Ob2Fixture().hosted(assertion -> assertion.put("type", "BadgeClass"));
        assertThat(reason(report, CheckName.SCHEMA)).isEqualTo("FAILED schema.not-a-badge");
        assertThat(reason(
                        new Ob2Fixture().hosted(assertion -> assertion.put("type", "urn:x:inconnu")), CheckName.SCHEMA))
                .isEqualTo("FAILED schema.ob2-does-not-conform");
    }

    @Test
    void theDatesOfAPeriodAreFindings() {
        assertThat(new Ob2Fixture()
                        .verify(SOUND)
                        .check(CheckName.VALIDITY_PERIOD)
                        .findings())
                .extracting(finding -> finding.key() + " " + finding.value())
                .contains("validity.issuedOn 2026-10-01T08:00:00Z", "validity.expires 2028-10-01T08:00:00Z");
    }

    @Test
    void twentyViolationsAreShown() {
        VerificationReport report = new Ob2Fixture().hosted(assertion -> {
            ArrayNode evidence = assertion.putArray("evidence");
            for (int i = 0; i < 40; i++) {
                evidence.addObject().put("id", "https://ob2.example/" + i).put("narrative", i);
            }
        });
        assertThat(reason(report, CheckName.SCHEMA)).isEqualTo("FAILED schema.ob2-does-not-conform");
        assertThat(report.check(CheckName.SCHEMA).findings()).hasSize(AssertionSchema.MAX_VIOLATIONS);
    }
}
