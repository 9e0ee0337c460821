package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifyEachTest {
    private final BadgeVerifier verifier = new BadgeVerifier();

    private List<VerificationReport> each(String sample) {
        return verifier.verifyEach(
                Submission.of(Samples.named(sample).bytes()),
                VerificationPolicy.at(Samples.at(), SamplesTest.documents()));
    }

    @Test
    void everyBadgeOfAPresentationGetsItsOwnReport() {
        List<VerificationReport> reports = each("presented-two.json");

        assertThat(reports).extracting(VerificationReport::verdict).containsExactly(Verdict.VALID, Verdict.VALID);
        assertThat(reports)
                .extracting(report -> report.check(CheckName.FORMAT).findings().stream()
                        .filter(finding -> finding.key().equals("format.presentation"))
                        .map(Finding::value)
                        .findFirst()
                        .orElse(""))
                .containsExactly("credential 1 of 2, not signed", "credential 2 of 2, not signed");
    }

    @Test
    void everyBadgeOfAnImageGetsItsOwnReportAndNoneIsChosen() {
        assertThat(each("baked-png-two-badges.png"))
                .extracting(VerificationReport::verdict)
                .containsExactly(Verdict.VALID, Verdict.VALID);
        assertThat(each("baked-png-two-badges-forged-first.png"))
                .extracting(VerificationReport::headline)
                .containsExactly(Headline.NOT_AUTHENTIC, Headline.AUTHENTIC);
        assertThat(each("baked-png-two-badges-one-by-address.png"))
                .extracting(report -> report.input().kind() + " " + report.verdict())
                .containsExactly("PNG VALID", "PNG VALID");
        assertThat(each("baked-svg-two-badges.svg")).hasSize(2);
        assertThat(each("pdf-two-badges.pdf"))
                .extracting(report -> finding(report, "format.badge") + ", " + finding(report, "format.attachment"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1 of 2, 1.json"),
                        second -> assertThat(second).startsWith("2 of 2, 2.json"));
    }

    @Test
    void aPartThatRepeatsTheBadgeOrLeadsNowhereIsAFinding() {
        assertThat(each("valid-baked-png-dead-address-first.png"))
                .singleElement()
                .satisfies(report -> {
                    assertThat(finding(report, "format.baked")).startsWith("iTXt");
                    assertThat(finding(report, "format.otherBaked")).startsWith("tEXt");
                    assertThat(finding(report, "format.otherResult")).isEqualTo("format.not-fetched");
                    assertThat(finding(report, "format.otherDetail")).isEqualTo("https://badges.example/absent");
                });
        assertThat(each("valid-baked-png-same-by-address.png"))
                .singleElement()
                .satisfies(report ->
                        assertThat(finding(report, "format.otherResult")).isEqualTo("the same badge"));
        assertThat(each("valid-baked-png-same-twice.png"))
                .singleElement()
                .satisfies(report ->
                        assertThat(finding(report, "format.otherResult")).isEqualTo("the same bytes"));
    }

    private static String finding(VerificationReport report, String key) {
        return report.check(CheckName.FORMAT).findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void oneBadgeGetsOneReport() {
        assertThat(each("valid-did-web.json"))
                .singleElement()
                .satisfies(report -> assertThat(report.verdict()).isEqualTo(Verdict.VALID));
    }

    @Test
    void whatIsNoBadgeGetsOneReport() {
        assertThat(each("presented-nothing.json"))
                .singleElement()
                .satisfies(report -> assertThat(report.verdict()).isEqualTo(Verdict.INVALID));
    }

    @Test
    void allBadgesOfAPresentationShareTheFetchesOfOneReport() {
        AtomicInteger fetches = new AtomicInteger();
        Fetcher nowhere = (uri, limits) -> {
            fetches.incrementAndGet();
            return new FetchResult.Failed(FetchResult.Failure.UNREACHABLE, "down");
        };
        List<VerificationReport> reports =
                verifier.verifyEach(Submission.of(presentationOf(20)), VerificationPolicy.at(Samples.at(), nowhere));

        assertThat(reports).hasSize(20);
        assertThat(fetches).hasValueLessThanOrEqualTo(BudgetedFetcher.PER_REPORT);
        assertThat(reports).noneMatch(report -> report.verdict() == Verdict.VALID);
    }

    /** Each from another issuer, whose Profile and key list must be fetched. */
    private static String presentationOf(int badges) {
        StringBuilder text = new StringBuilder("{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":[");
        String badge = Samples.named("valid-https-profile.json").text();
        for (int i = 0; i < badges; i++) {
            String issuers = "https://badges" + i + ".example/issuers";
            text.append(i == 0 ? "" : ",").append(badge.replace("https://badges.example/issuers", issuers));
        }
        return text.append("]}").toString();
    }
}
