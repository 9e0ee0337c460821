package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.ASSERTION;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostedAnswersTest {
    private static final String ISSUER = "https://ob2.example/issuers/atelier";

    private final Submission badge =
            Submission.of(Samples.named("valid-ob2-hosted.json").text());

    @Test
    void anAddressThatIsGoneSaysThatTheBadgeIsRevokedNotForged() {
        VerificationReport report =
                new Ob2Fixture().fail(ASSERTION, Failure.GONE).verify(badge);

        assertThat(report.headline()).isEqualTo(Headline.REVOKED);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reason(report, CheckName.PROOF)).isEqualTo("WARNING proof.hosted-revoked");
        assertThat(reason(report, CheckName.STATUS)).isEqualTo("FAILED status.revoked");
    }

    private static final String GONE_BODY =
            "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"" + ASSERTION
                    + "\",\"revoked\":true,\"revocationReason\":\"Délivré deux fois\"}";

    @Test
    void whatAnAddressThatIsGoneSaysOfTheRevocationIsTold() {
        VerificationReport report = new Ob2Fixture().gone(ASSERTION, GONE_BODY).verify(badge);

        assertThat(report.headline()).isEqualTo(Headline.REVOKED);
        assertThat(report.check(CheckName.STATUS).findings())
                .anySatisfy(finding -> assertThat(finding.value()).isEqualTo("Délivré deux fois"));
    }

    @Test
    void anAnswerThatBreaksTheRulesOfOurJsonIsNoDocument() {
        String text = Samples.named("valid-ob1-hosted-1.1.json").text();
        String address = Ob2Fixture.json(text).path("verify").path("url").asText();
        assertThat(text).contains("\"issuedOn\"");
        for (String broken : List.of("\"issuedOn\":1e999,\"was\"", "\"\\ud800\":1,\"issuedOn\"")) {
            VerificationReport report = new Ob2Fixture()
                    .serve(address, text.replaceFirst("\"issuedOn\"", broken.replace("\\", "\\\\")))
                    .verify(Submission.of(text));

            assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(reason(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE proof.hosted-unreachable");
        }
    }

    @Test
    void aSubmittedAddressThatIsGoneIsJudgedByWhatItSays() {
        Submission address = new Submission.Address(URI.create(ASSERTION));
        VerificationReport report = new Ob2Fixture().gone(ASSERTION, GONE_BODY).verify(address);

        assertThat(report.headline()).isEqualTo(Headline.REVOKED);
        assertThat(reason(report, CheckName.STATUS)).isEqualTo("FAILED status.revoked");
        assertThat(reason(new Ob2Fixture().gone(ASSERTION, "<html>").verify(address), CheckName.FORMAT))
                .isEqualTo("INCONCLUSIVE format.not-fetched");
        assertThat(reason(
                        new Ob2Fixture()
                                .gone(ASSERTION, GONE_BODY.replace("true", "false"))
                                .verify(address),
                        CheckName.FORMAT))
                .isEqualTo("INCONCLUSIVE format.not-fetched");
    }

    @Test
    void anAddressOutOfScopeThatIsGoneRevokesNothing() {
        VerificationReport report = new Ob2Fixture()
                .fail("https://ailleurs.example/1", Failure.GONE)
                .verify(Submission.of(
                        Ob2Fixture.json(Samples.named("valid-ob2-hosted.json").bytes())
                                .put("id", "https://ailleurs.example/1")
                                .toString()));

        assertThat(reason(report, CheckName.PROOF)).isEqualTo("FAILED proof.hosted-out-of-scope");
    }

    @Test
    void nothingOfTheCopyIsShownWhenItsAddressIsGone() {
        for (Ob2Fixture fixture :
                List.of(new Ob2Fixture().fail(ASSERTION, Failure.GONE), new Ob2Fixture().gone(ASSERTION, GONE_BODY))) {
            VerificationReport report = fixture.verify(badge);

            assertThat(report.headline()).isEqualTo(Headline.REVOKED);
            assertThat(report.summary().achievement()).isNull();
            assertThat(report.summary().recipient()).isNull();
            assertThat(report.summary().until()).isNull();
            assertThat(report.summary().issuerId()).isEqualTo(ISSUER);
            assertThat(report.credential().has("recipient")).isFalse();
            assertThat(report.credential().path("id").asText()).isEqualTo(ASSERTION);
        }
    }

    @Test
    void anAddressThatIsGoneRevokesEvenIfTheRestOfTheSiteIsGoneToo() {
        VerificationReport report = new Ob2Fixture()
                .fail(ASSERTION, Failure.GONE)
                .fail("https://ob2.example/badges/equipe", Failure.GONE)
                .verify(badge);

        assertThat(report.headline()).isEqualTo(Headline.REVOKED);
        assertThat(report.proven()).isFalse();
    }

    @Test
    void aGoneProfileRevokesNothing() {
        VerificationReport report = new Ob2Fixture().fail(ISSUER, Failure.GONE).verify(badge);

        assertThat(report.headline()).isEqualTo(Headline.CANNOT_TELL);
        assertThat(reason(report, CheckName.STATUS)).isEqualTo("SKIPPED skipped.proof-not-passed");
    }

    @Test
    void aReferenceSaysWhyItsAddressDoesNotHelp() {
        for (String sample : List.of("ob1-reference-to-a-reference.json", "ob1-reference-for-another-person.json")) {
            VerificationReport report =
                    new Ob2Fixture().verify(Submission.of(Samples.named(sample).text()));
            String why = sample.contains("person") ? "ANOTHER_BADGE" : "NOT_A_BADGE";
            assertThat(report.check(CheckName.SCHEMA).reason().arguments()).contains(why);
            assertThat(report.check(CheckName.ISSUER).reason().arguments()).contains(why);
        }
    }

    @Test
    void aRevocationIsReportedWithItsReason() {
        VerificationReport report = new Ob2Fixture()
                .verify(Submission.of(Samples.named("ob2-revoked.json").text()));

        assertThat(report.check(CheckName.STATUS).findings())
                .anySatisfy(finding -> assertThat(finding.value()).isEqualTo("Délivré par erreur"));
    }

    @Test
    void aRedirectToAnotherOriginProvesNothing() {
        VerificationReport report = new Ob2Fixture()
                .from(ASSERTION, "https://ailleurs.example/1", false)
                .verify(badge);

        assertThat(reason(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE proof.hosted-unreachable");
    }

    @Test
    void anOldCopyIsGoodForAWarning() {
        VerificationReport report =
                new Ob2Fixture().from(ASSERTION, ASSERTION, true).verify(badge);

        assertThat(reason(report, CheckName.PROOF)).isEqualTo("WARNING proof.hosted-stale");
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aBadgeClassOfAnotherOriginThatIsGoneProvesNothing() {
        ObjectNode elsewhere = Ob2Fixture.json(Samples.documents().get("https://ob2.example/badges/equipe"));
        elsewhere.put("id", "https://ailleurs.example/badges/disparue");
        ObjectNode profile = Ob2Fixture.json(Samples.documents().get("https://ob2.example/issuers/atelier"));
        profile.withObject("/verification").put("allowedOrigins", "ob2.example");
        VerificationReport report = new Ob2Fixture()
                .serve("https://ob2.example/issuers/atelier", profile)
                .hosted(assertion -> assertion.set("badge", elsewhere));

        assertThat(reason(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE proof.badge-class-unreachable");
    }

    @Test
    void wordsOfAnotherVocabularyAloneLeaveTheBadgeOpen() {
        VerificationReport report =
                new Ob2Fixture().hosted(assertion -> assertion.put("@context", "https://schema.org/"));

        assertThat(reason(report, CheckName.CONTEXT)).isEqualTo("INCONCLUSIVE context.unknown");
    }

    @Test
    void aBadgeClassOfTheYearsBeforeIsUpgradedInABadgeOfToday() {
        ObjectNode older = Ob2Fixture.json(Samples.documents().get("https://ob2.example/badges/equipe"));
        older.put("@context", "https://w3id.org/openbadges/v1");
        older.set("alignment", Ob2Fixture.json("{\"name\":\"Équipe\",\"url\":\"https://referentiel.example/400001\"}"));

        VerificationReport report = new Ob2Fixture()
                .serve("https://ob2.example/badges/equipe", older)
                .verify(badge);

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void withoutNetworkNothingIsKnownOfAHostedBadge() {
        VerificationReport report = new Ob2Fixture()
                .with(policy -> policy.withFetcher(Fetcher.offline()))
                .verify(badge);

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.headline()).isEqualTo(Headline.CANNOT_TELL);
    }

    @Test
    void aPageWhereThereShouldBeAProfileProvesNothing() {
        VerificationReport report =
                new Ob2Fixture().fail(ISSUER, Failure.BAD_STATUS).verify(badge);

        assertThat(reason(report, CheckName.ISSUER)).isEqualTo("INCONCLUSIVE issuer.document-unreachable");
        assertThat(reason(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE proof.scope-unknown");
    }

    @Test
    void anAddressIsFollowedToTheAssertionThere() {
        VerificationReport report = new Ob2Fixture().verify(new Submission.Address(URI.create(ASSERTION)));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.input().kind()).isEqualTo("OB2_JSON");
    }

    @Test
    void theSummaryTellsWhatLiesAtOtherAddresses() {
        BadgeSummary summary = new Ob2Fixture().verify(badge).summary();

        assertThat(summary.achievement()).isEqualTo("Travailler en équipe");
        assertThat(summary.criteria()).startsWith("Prend sa part");
        assertThat(summary.issuerId()).isEqualTo(ISSUER);
        assertThat(summary.issuerName()).isEqualTo("L’Atelier des Possibles");
        assertThat(summary.recipient()).startsWith("sha256$");
        assertThat(summary.until()).isEqualTo("2028-10-01T08:00:00Z");
    }

    @Test
    void theSummaryOfACredentialTellsTheSame() {
        BadgeSummary summary = new Ob2Fixture()
                .verify(Submission.of(Samples.named("valid-did-web.json").text()))
                .summary();

        assertThat(summary.achievement()).isEqualTo("Travailler en équipe");
        assertThat(summary.issuerId()).isEqualTo("did:web:badges.example:issuers:atelier");
        assertThat(summary.from()).isEqualTo("2026-10-01T08:00:00Z");
    }

    @Test
    void anIssuerIsKnownByItsAddressOnceTheBadgeIsProven() {
        TrustRegistry.Entry entry = new TrustRegistry.Entry("SCOP Atelier", null, null, LocalDate.of(2026, 1, 1), null);
        TrustRegistry registry = id -> id.equals(ISSUER) ? Optional.of(entry) : Optional.empty();

        VerificationReport sound =
                new Ob2Fixture().with(policy -> policy.withTrust(registry)).verify(badge);
        VerificationReport forged = new Ob2Fixture()
                .with(policy -> policy.withTrust(registry))
                .verify(Submission.of(Samples.named("ob2-hosted-differs.json").text()));

        assertThat(reason(sound, CheckName.TRUST)).isEqualTo("PASSED trust.known");
        assertThat(sound.issuer().registered()).isEqualTo(entry);
        assertThat(forged.issuer().registered()).isNull();
    }

    @Test
    void eachEndorsementHasAReportOfItsOwn() {
        VerificationReport report = new Ob2Fixture()
                .verify(Submission.of(Samples.named("valid-ob2-endorsed.json").text()));

        assertThat(report.endorsements()).singleElement().satisfies(endorsement -> {
            assertThat(endorsement.verdict()).isEqualTo(Verdict.VALID);
            assertThat(endorsement.issuer().claimedName()).isEqualTo("L’Atelier des Possibles");
            assertThat(endorsement.input().source()).isEqualTo("endorsement of badge");
        });
    }
}
