package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The bounds of the period, and forms of a date that a schema would reject first. */
class ValidityPeriodTest {
    private static final Instant AT = SignedBadges.AT;
    private static final String START = "2026-01-01T00:00:00Z";

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void anEndWithoutAStartStillEnds() {
        assertThat(period(null, "2026-11-19T00:00:00Z")).isEqualTo("FAILED validity-period.expired");
        assertThat(period(null, "2026-11-21T00:00:00Z")).isEqualTo("WARNING validity-period.no-start");
        assertThat(period(null, null)).isEqualTo("WARNING validity-period.no-start");
    }

    @Test
    void aBadgeIsOverAtTheInstantOfItsEnd() {
        assertThat(period(START, AT.toString())).isEqualTo("FAILED validity-period.expired");
        assertThat(period(START, AT.plusNanos(1).toString())).isEqualTo("PASSED validity-period.within");
        assertThat(period(START, START)).isEqualTo("FAILED validity-period.expired");
    }

    @Test
    void aStartMayLieAheadByWhatClocksDifferAndByNoMore() {
        Instant furthest = AT.plus(VerificationPolicy.CLOCK_TOLERANCE);
        assertThat(period(AT.toString(), null)).isEqualTo("PASSED validity-period.within");
        assertThat(period(furthest.toString(), null)).isEqualTo("WARNING validity-period.within-tolerance");
        assertThat(period(furthest.plusNanos(1).toString(), null)).isEqualTo("FAILED validity-period.not-yet-valid");
    }

    @Test
    void ofTheDatesOfBothDataModelsTheNarrowerPeriodCounts() {
        ObjectNode badge = badge(START, "2030-01-01T00:00:00Z");
        assertThat(period(badge.deepCopy().put("expirationDate", "2026-11-19T00:00:00Z")))
                .isEqualTo("FAILED validity-period.expired");
        assertThat(period(badge.deepCopy().put("issuanceDate", "2026-11-21T00:00:00Z")))
                .isEqualTo("FAILED validity-period.not-yet-valid");
    }

    @Test
    void whatIsNoTextIsNoDate() {
        assertThat(period(badge(START, null).put("validUntil", 1_900_000_000L)))
                .isEqualTo("FAILED validity-period.not-a-date");
        assertThat(period(badge(START, null).putNull("validUntil"))).isEqualTo("PASSED validity-period.within");
        assertThat(period("2026-02-30T00:00:00Z", null)).isEqualTo("FAILED validity-period.not-a-date");
    }

    @Test
    void aMalformedDateDoesNotHideWhatTheOtherOneDecides() {
        assertThat(period("bientôt", "2026-11-19T00:00:00Z")).isEqualTo("FAILED validity-period.expired");
        assertThat(period("2026-12-01T00:00:00Z", "bientôt")).isEqualTo("FAILED validity-period.not-yet-valid");
        assertThat(period(START, "bientôt")).isEqualTo("FAILED validity-period.not-a-date");
    }

    @Test
    void aClaimCountsOnlyWhereTheCredentialHasNoDateAndOnlyAsANumber() {
        long past = AT.minusSeconds(1).getEpochSecond();
        assertThat(claimed(badge(START, null), "\"exp\":" + past)).isEqualTo("FAILED validity-period.expired");
        assertThat(claimed(badge(START, "2030-01-01T00:00:00Z"), "\"exp\":" + past))
                .isEqualTo("PASSED validity-period.within");
        assertThat(claimed(badge(START, null), "\"exp\":\"1900000000\""))
                .isEqualTo("FAILED validity-period.not-a-date");
        assertThat(claimed(badge(START, null), "\"exp\":1e300")).isEqualTo("FAILED validity-period.not-a-date");
        assertThat(claimed(badge(START, null), "\"exp\":" + AT.getEpochSecond() + ".9"))
                .isEqualTo("FAILED validity-period.expired");
    }

    @Test
    void ofADateAndItsRoundedClaimTheNarrowerPeriodCounts() {
        Instant end = AT.plusMillis(400);
        assertThat(claimed(badge(START, end.toString()), "\"exp\":" + AT.getEpochSecond()))
                .isEqualTo("FAILED validity-period.expired");
        Instant start = AT.plus(VerificationPolicy.CLOCK_TOLERANCE);
        assertThat(claimed(badge(start.toString(), null), "\"nbf\":" + start.getEpochSecond()))
                .isEqualTo("WARNING validity-period.within-tolerance");
        assertThat(claimed(badge(start.toString(), null), "\"nbf\":" + (start.getEpochSecond() + 1)))
                .isEqualTo("FAILED validity-period.not-yet-valid");
    }

    private ObjectNode badge(String from, String until) {
        ObjectNode badge = issuer.badge();
        badge.remove("validFrom");
        badge.remove("validUntil");
        if (from != null) {
            badge.put("validFrom", from);
        }
        return until == null ? badge : badge.put("validUntil", until);
    }

    private String period(String from, String until) {
        return period(badge(from, until));
    }

    private static String period(ObjectNode badge) {
        return judged(badge.toString());
    }

    private static String claimed(ObjectNode badge, String claim) {
        String payload = badge.toString().replaceFirst("\\{", "{" + claim + ",");
        return judged(base64("{\"alg\":\"EdDSA\"}") + "." + base64(payload) + "." + base64("none"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String judged(String text) {
        CheckResult result = new ValidityPeriodCheck()
                .run(new VerificationContext(
                        CredentialReader.read(text.getBytes(StandardCharsets.UTF_8)),
                        VerificationPolicy.at(AT, Fetcher.offline()),
                        Fetcher.offline()));
        return result.outcome() + " " + result.reason().code();
    }
}
