package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.ASSERTION;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a hosted assertion may show otherwise than its address serves it, and what an address that fails says. */
class HostedComparisonTest {
    private static final String BADGE = "https://ob2.example/badges/equipe";
    private static final String OTHER_BADGE = "https://ob2.example/badges/valid-ob2-endorsed";
    private static final String ISSUER = "https://ob2.example/issuers/atelier";
    private static final String AS_SHOWN = "PASSED proof.hosted-as-shown";

    private final Ob2Fixture fixture = new Ob2Fixture();

    private static ObjectNode sound() {
        return json(Samples.named("valid-ob2-hosted.json").bytes());
    }

    private static ObjectNode document(String url) {
        return json(Samples.documents().get(url));
    }

    /** The answer of PROOF to one assertion shown and another served, and the property that differs. */
    private String compared(Consumer<ObjectNode> shown, Consumer<ObjectNode> served) {
        ObjectNode one = sound();
        ObjectNode other = sound();
        shown.accept(one);
        served.accept(other);
        VerificationReport report = fixture.serve(ASSERTION, other).verify(Submission.of(one.toString()));
        String answer = reason(report, CheckName.PROOF);
        List<String> arguments = report.check(CheckName.PROOF).reason().arguments();
        return switch (answer) {
            case "FAILED proof.hosted-differs" -> arguments.get(1) + " contradicts";
            case "WARNING proof.hosted-copy-differs" -> arguments.get(1) + " published, not " + arguments.get(2);
            default -> answer;
        };
    }

    @Test
    void aDateOfTheCopyIsNotConfirmed() {
        for (String date : new String[] {"expires", "issuedOn"}) {
            String published = date + " = " + sound().path(date).asText() + " published, not ";
            assertThat(compared(shown -> shown.put(date, "2026-10-02T08:00:00Z"), served -> {}))
                    .isEqualTo(published + date + " = 2026-10-02T08:00:00Z");
            assertThat(compared(shown -> shown.remove(date), served -> {})).isEqualTo(published + date + " = –");
            assertThat(compared(shown -> shown.put(date, "un jour"), served -> {}))
                    .isEqualTo(published + date + " = un jour");
        }
        assertThat(compared(shown -> {}, served -> served.remove("expires")))
                .isEqualTo("expires = – published, not expires = 2028-10-01T08:00:00Z");
        assertThat(compared(shown -> shown.put("expires", "2028-10-01T10:00:00+02:00"), served -> {}))
                .isEqualTo(AS_SHOWN);
    }

    @Test
    void nothingIsLeftOutOrAdded() {
        assertThat(compared(shown -> shown.put("narrative", "a"), served -> {}))
                .isEqualTo("narrative = – published, not narrative = a");
        assertThat(compared(shown -> {}, served -> served.put("narrative", "a")))
                .isEqualTo("narrative = a published, not narrative = –");
    }

    @Test
    void emptyFieldsAreAbsent() {
        assertThat(compared(
                        shown -> shown.put("narrative", "").putNull("image"),
                        served -> served.putArray("evidence").add("").addNull()))
                .isEqualTo(AS_SHOWN);
    }

    @Test
    void whatIsPublishedIsJudgedAndShownNotTheCopy() {
        ObjectNode copy = sound().put("expires", "2099-10-01T08:00:00Z").put("image", "https://ob2.example/faux.png");
        ObjectNode published = sound().put("expires", "2027-10-01T08:00:00Z");
        VerificationReport report = fixture.serve(ASSERTION, published).verify(Submission.of(copy.toString()));

        assertThat(report.proven()).isTrue();
        assertThat(report.credential()).isEqualTo(published);
        assertThat(report.summary().until()).isEqualTo("2027-10-01T08:00:00Z");
        assertThat(report.check(CheckName.PROOF).findings())
                .extracting(finding -> finding.key() + " " + finding.value())
                .contains(
                        "proof.copy.expires.published 2027-10-01T08:00:00Z",
                        "proof.copy.expires.submittedNotConfirmed 2099-10-01T08:00:00Z",
                        "proof.copy.image.published –",
                        "proof.copy.image.submittedNotConfirmed https://ob2.example/faux.png");
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String words = ReasonSentences.in(language)
                            .say(report.check(CheckName.PROOF).reason())
                    + Conclusion.in(language).sentence(report);
            assertThat(words).contains("2099-10-01").doesNotContain("older", "ancien", "unchanged", "inchangé");
        }
    }

    @Test
    void theValuesOfTheRecipientAreNotRepeated() {
        VerificationReport report = fixture.serve(ASSERTION, sound())
                .verify(Submission.of(sound().without("recipient").toString()));

        assertThat(reason(report, CheckName.PROOF)).isEqualTo("WARNING proof.hosted-copy-differs");
        assertThat(report.check(CheckName.PROOF).reason().arguments())
                .containsExactly(ASSERTION, "recipient = …", "recipient = –");
    }

    @Test
    void longValuesAndLongListsAreShortened() {
        ObjectNode copy = sound();
        for (int i = 0; i < 30; i++) {
            copy.put("champ" + i, "é".repeat(500) + "\n");
        }
        CheckResult proof = fixture.verify(Submission.of(copy.toString())).check(CheckName.PROOF);

        assertThat(proof.reason().arguments()).allMatch(argument -> argument.length() < 400);
        assertThat(proof.findings())
                .filteredOn(finding -> finding.key().startsWith("proof.copy."))
                .hasSize(40);
        assertThat(proof.findings()).allMatch(finding -> finding.value().length() < 300);
    }

    @Test
    void theOrderOfAListDoesNotCount() {
        assertThat(compared(
                        shown -> shown.putArray("evidence")
                                .add("https://a.example/1")
                                .add("https://a.example/2"),
                        served -> served.putArray("evidence")
                                .add("https://a.example/2")
                                .add("https://a.example/1")))
                .isEqualTo(AS_SHOWN);
    }

    @Test
    void theBadgeIsTheSameBadge() {
        assertThat(compared(shown -> shown.put("badge", OTHER_BADGE), served -> {}))
                .isEqualTo("badge contradicts");
        assertThat(compared(shown -> shown.set("badge", document(OTHER_BADGE)), served -> {}))
                .isEqualTo("badge contradicts");
        assertThat(compared(
                        shown -> shown.set("badge", document(BADGE)), served -> served.set("badge", document(BADGE))))
                .isEqualTo(AS_SHOWN);
        assertThat(compared(shown -> shown.set("badge", document(BADGE)), served -> {}))
                .isEqualTo(AS_SHOWN);
        assertThat(compared(shown -> {}, served -> served.set("badge", document(BADGE))))
                .isEqualTo(AS_SHOWN);
    }

    @Test
    void aBadgeClassKeepsItsIdAndItsIssuerNotItsWords() {
        ObjectNode renamed = document(BADGE).put("name", "Diriger une équipe");
        ObjectNode taken = document(BADGE).put("issuer", "https://ob2.example/issuers/autre");
        ObjectNode reworded = document(BADGE).put("description", "Avant.");
        String names = "badge.name = " + document(BADGE).path("name").asText()
                + " published, not badge.name = Diriger une équipe";
        assertThat(compared(shown -> shown.set("badge", renamed), served -> {})).isEqualTo(names);
        assertThat(compared(shown -> shown.set("badge", renamed), served -> served.set("badge", document(BADGE))))
                .isEqualTo(names);
        assertThat(compared(shown -> shown.set("badge", taken), served -> {})).isEqualTo("badge contradicts");
        assertThat(compared(shown -> shown.set("badge", reworded), served -> {}))
                .isEqualTo("badge.description = " + "Participe à un travail commun et aide les autres."
                        + " published, not badge.description = Avant.");
    }

    @Test
    void aBadgeClassThatMovedOnItsHostIsTheSame() {
        String before = "https://ob2.example/avant/equipe";
        fixture.serve(before, document(BADGE));
        assertThat(compared(shown -> shown.put("badge", before), served -> {})).isEqualTo(AS_SHOWN);
        fixture.serve(before, document(BADGE).put("id", before));
        assertThat(compared(shown -> shown.put("badge", before), served -> {})).isEqualTo("badge contradicts");
    }

    @Test
    void anEmbeddedObjectNeedNotRepeatItsContext() {
        ObjectNode bare = document(BADGE);
        bare.remove("@context");
        assertThat(compared(shown -> shown.set("badge", bare), served -> served.set("badge", document(BADGE))))
                .isEqualTo(AS_SHOWN);
    }

    @Test
    void aRevokedAssertionThatIsReducedToItsIdIsAskedAtItsAddress() {
        Submission reduced = Submission.of("{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\","
                + "\"id\":\"" + ASSERTION + "\",\"revoked\":true}");
        assertThat(reason(fixture.fail(ASSERTION, Failure.UNREACHABLE).verify(reduced), CheckName.PROOF))
                .isEqualTo("INCONCLUSIVE proof.hosted-unreachable");
    }

    @Test
    void aRevokedAssertionThatNamesAnIssuerIsInItsScope() {
        assertThat(compared(
                        shown -> shown.put("revoked", true).put("badge", "https://ob2.example/absent"),
                        served -> served.put("revoked", false)))
                .isEqualTo("INCONCLUSIVE proof.issuer-missing");
        assertThat(compared(shown -> shown.put("revoked", true), served -> served.put("revoked", false)))
                .isEqualTo("revoked = false published, not revoked = true");
    }

    @Test
    void aBodyOfAnotherIdSaysNothingOfTheRevocation() {
        String body = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\","
                + "\"id\":\"https://ob2.example/autre\",\"revoked\":true,\"revocationReason\":\"Autre\"}";
        VerificationReport report = fixture.gone(ASSERTION, body).verify(Submission.of(sound().toString()));
        assertThat(reason(report, CheckName.STATUS)).isEqualTo("FAILED status.revoked");
        assertThat(report.check(CheckName.STATUS).findings())
                .extracting(Finding::value)
                .doesNotContain("Autre");
    }

    @Test
    void theReasonNamesTheFailure() {
        Submission badge = Submission.of(sound().toString());
        assertThat(new Ob2Fixture()
                        .fail(ISSUER, Failure.BAD_STATUS)
                        .verify(badge)
                        .check(CheckName.PROOF)
                        .reason()
                        .arguments())
                .containsExactly(ISSUER, "BAD_STATUS");
        assertThat(new Ob2Fixture()
                        .serve(BADGE, document(BADGE).put("issuer", "urn:uuid:1"))
                        .verify(badge)
                        .check(CheckName.PROOF)
                        .reason()
                        .arguments())
                .containsExactly("urn:uuid:1", "NOT_AN_ADDRESS");
    }

    @Test
    void aFindingSaysThatACopyIsOld() {
        VerificationReport report = fixture.from(ASSERTION, ASSERTION, true).verify(Submission.of(sound().toString()));
        assertThat(report.check(CheckName.PROOF).findings())
                .filteredOn(finding -> finding.key().equals("proof.hosted"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).endsWith(" stale"));
    }

    @Test
    void aSignedBadgeClassGoesBeforeTheHostedOne() {
        String jws =
                Samples.named("ob2-signed-badge-class-elsewhere.jws").text().strip();
        ObjectNode signed = (ObjectNode)
                json(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1])).get("badge");
        ObjectNode hosted = signed.deepCopy().put("description", "Autre chose.");
        VerificationReport report =
                fixture.serve(signed.path("id").textValue(), hosted).verify(Submission.of(jws));
        assertThat(report.summary().description())
                .isEqualTo(signed.path("description").textValue());
    }
}
