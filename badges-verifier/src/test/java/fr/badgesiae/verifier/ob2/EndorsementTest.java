package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import org.junit.jupiter.api.Test;

/** Where an endorsement stands, how it is written, and how many are followed. */
class EndorsementTest {
    private static final String BADGE = "https://ob2.example/badges/valid-ob2-endorsed";
    private static final String ISSUER = "https://ob2.example/issuers/atelier";
    private static final String ENDORSEMENT = "https://ob2.example/endorsements/valid-ob2-endorsed";
    private static final String ABSENT = "https://ob2.example/endorsements/absent";
    private static final Submission ENDORSED =
            Submission.of(Samples.named("valid-ob2-endorsed.json").text());

    private final Ob2Fixture fixture = new Ob2Fixture();

    private static ObjectNode document(String url) {
        return json(Samples.documents().get(url));
    }

    /** The report on a badge whose class carries this. */
    private VerificationReport carrying(JsonNode endorsement) {
        ObjectNode badge = document(BADGE);
        badge.set("endorsement", endorsement);
        return fixture.serve(BADGE, badge).verify(ENDORSED);
    }

    @Test
    void anEndorsementMayBeNamedByItsAddress() {
        assertThat(reason(carrying(TextNode.valueOf(ENDORSEMENT)), CheckName.ENDORSEMENTS))
                .isEqualTo("PASSED endorsements.verified");
        assertThat(reason(carrying(json("{\"id\":\"" + ENDORSEMENT + "\"}")), CheckName.ENDORSEMENTS))
                .isEqualTo("PASSED endorsements.verified");
    }

    @Test
    void anEmbeddedEndorsementIsReadAsItStands() {
        ObjectNode changed = document(ENDORSEMENT);
        changed.withObject("/claim").put("endorsementComment", "Autre chose.");
        assertThat(carrying(changed).endorsements())
                .singleElement()
                .satisfies(
                        report -> assertThat(reason(report, CheckName.PROOF)).isEqualTo("FAILED proof.hosted-differs"));
    }

    @Test
    void anEndorsementThatIsRevokedStillNamesItsIssuer() {
        fixture.serve(ENDORSEMENT, document(ENDORSEMENT).put("revoked", true));
        assertThat(carrying(TextNode.valueOf(ENDORSEMENT)).endorsements())
                .singleElement()
                .satisfies(report -> {
                    assertThat(reason(report, CheckName.ISSUER)).isEqualTo("PASSED issuer.resolved");
                    assertThat(reason(report, CheckName.STATUS)).isEqualTo("FAILED status.revoked");
                });
    }

    @Test
    void theIssuerOfAnEndorsementIsItsOwn() {
        ObjectNode endorsement = document(ENDORSEMENT);
        endorsement.putObject("issuer").put("id", ISSUER).put("type", "Issuer").put("name", "Un autre");
        fixture.serve(ENDORSEMENT, endorsement);
        assertThat(carrying(TextNode.valueOf(ENDORSEMENT)).endorsements())
                .singleElement()
                .satisfies(report ->
                        assertThat(reason(report, CheckName.ISSUER)).isEqualTo("WARNING issuer.profile-differs"));
    }

    @Test
    void anEndorsementHasNoBadgeClass() {
        fixture.serve(ENDORSEMENT, document(ENDORSEMENT).put("badge", ABSENT));
        assertThat(carrying(TextNode.valueOf(ENDORSEMENT)).endorsements())
                .singleElement()
                .satisfies(
                        report -> assertThat(reason(report, CheckName.SCHEMA)).isEqualTo("PASSED schema.ob2-conforms"));
        ObjectNode embedding = document(ENDORSEMENT);
        embedding.set("badge", document(BADGE));
        fixture.serve(ENDORSEMENT, embedding);
        assertThat(carrying(TextNode.valueOf(ENDORSEMENT)).endorsements())
                .singleElement()
                .satisfies(report -> assertThat(report.summary().achievement()).isNull());
    }

    @Test
    void aSignedEndorsementIsAText() {
        String jws = Samples.named("valid-ob2-signed.jws").text().strip();
        assertThat(carrying(TextNode.valueOf(jws)).endorsements())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.input().kind()).isEqualTo("OB2_JWS");
                    assertThat(reason(report, CheckName.SCHEMA)).isEqualTo("FAILED schema.not-an-endorsement");
                });
    }

    @Test
    void anIssuerIsEndorsedInItsProfile() {
        String other = "https://ob2.example/endorsements/atelier";
        ObjectNode endorsement = document(ENDORSEMENT).put("id", other);
        endorsement.withObject("/claim").put("id", ISSUER);
        ObjectNode badge = document(BADGE);
        badge.remove("endorsement");
        VerificationReport report = fixture.serve(BADGE, badge)
                .serve(other, endorsement)
                .serve(ISSUER, document(ISSUER).put("endorsement", other))
                .verify(ENDORSED);
        assertThat(reason(report, CheckName.ENDORSEMENTS)).isEqualTo("PASSED endorsements.verified");
        assertThat(report.endorsements())
                .singleElement()
                .satisfies(one -> assertThat(one.input().source()).isEqualTo("endorsement of issuer"));
    }

    @Test
    void theReasonCountsThoseThatAreNotVerified() {
        ArrayNode two = document(BADGE).putArray("endorsement").add(ENDORSEMENT).add(ABSENT);
        VerificationReport report = carrying(two.add(ABSENT + "/2"));
        assertThat(reason(report, CheckName.ENDORSEMENTS)).isEqualTo("WARNING endorsements.not-verified");
        assertThat(report.check(CheckName.ENDORSEMENTS).reason().arguments()).containsExactly("2", "3");
    }

    @Test
    void anEndorsementOfAnEndorsementIsNotFollowed() {
        fixture.serve(ENDORSEMENT, document(ENDORSEMENT).put("endorsement", ABSENT));
        assertThat(carrying(TextNode.valueOf(ENDORSEMENT)).endorsements())
                .singleElement()
                .satisfies(report -> assertThat(reason(report, CheckName.ENDORSEMENTS))
                        .isEqualTo("WARNING endorsements.not-followed"));
    }
}
