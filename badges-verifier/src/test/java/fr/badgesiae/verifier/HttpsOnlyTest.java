package fr.badgesiae.verifier;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.ASSERTION;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.ob2.Ob2Fixture;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever fetcher and documents the caller brings, nothing that came over http is judged. */
class HttpsOnlyTest {
    private static final String PLAIN = ASSERTION.replace("https://", "http://");

    private final Submission copy =
            Submission.of(Samples.named("valid-ob2-hosted.json").text().replace(ASSERTION, PLAIN));
    private final List<URI> asked = new ArrayList<>();

    private VerificationReport verify(Fetcher fetcher) {
        return new BadgeVerifier().verify(copy, VerificationPolicy.at(Samples.at(), (uri, limits) -> {
            asked.add(uri);
            return fetcher.fetch(uri, limits);
        }));
    }

    private static FetchResult sample(URI uri) {
        byte[] body = Samples.documents().get(uri.toString());
        return body == null
                ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                : new FetchResult.Fetched(uri, "", body, false, false);
    }

    @Test
    void anHttpAddressIsAskedOverHttps() {
        VerificationReport report = verify((uri, limits) -> sample(uri));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(Ob2Fixture.reason(report, CheckName.PROOF)).isEqualTo("WARNING proof.hosted-address-differs");
        assertThat(asked).isNotEmpty().allMatch(uri -> uri.getScheme().equals("https"));
    }

    @Test
    void aBadgeThatOnlyHttpServesIsNotProven() {
        VerificationReport report = new Ob2Fixture()
                .serve(PLAIN, Ob2Fixture.json(Samples.documents().get(ASSERTION)))
                .fail(ASSERTION, FetchResult.Failure.NOT_FOUND)
                .verify(copy);

        assertThat(Ob2Fixture.reason(report, CheckName.PROOF)).isEqualTo("INCONCLUSIVE proof.hosted-unreachable");
    }

    @Test
    void aFetcherThatEndsUpAtHttpBringsNothing() {
        VerificationReport report = verify((uri, limits) -> uri.toString().equals(ASSERTION)
                ? new FetchResult.Fetched(
                        URI.create(PLAIN), "", Samples.documents().get(ASSERTION), false, false)
                : sample(uri));

        assertThat(report.check(CheckName.PROOF).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.check(CheckName.PROOF).reason().arguments()).contains("REFUSED_ADDRESS");
    }

    @Test
    void aSubmittedHttpAddressIsAskedOverHttpsToo() {
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), (uri, limits) -> {
            asked.add(uri);
            return sample(uri);
        });
        new BadgeVerifier().verify(new Submission.Address(URI.create(PLAIN)), policy);
        new BadgeVerifier().verify(Submission.of("http://a.example:8080/badge"), policy);

        assertThat(asked).isNotEmpty().allMatch(uri -> uri.getScheme().equals("https"));
    }
}
