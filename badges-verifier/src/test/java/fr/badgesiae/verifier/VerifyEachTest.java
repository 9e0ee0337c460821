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
