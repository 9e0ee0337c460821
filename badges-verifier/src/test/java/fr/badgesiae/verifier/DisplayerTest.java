package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests 1 and 3 of the Displayer in the certification guide: three badges by address, of each data model. */
class DisplayerTest {
    private static final URI ADDRESS = URI.create("https://badges.example/displayed");

    private static VerificationReport judge(String sample) {
        Fetcher documents = SamplesTest.documents();
        Fetcher fetcher = (uri, limits) -> uri.equals(ADDRESS)
                ? new FetchResult.Fetched(
                        uri, "application/octet-stream", Samples.named(sample).bytes(), false, false)
                : documents.fetch(uri, limits);
        return new BadgeVerifier()
                .verify(new Submission.Address(ADDRESS), VerificationPolicy.at(Samples.at(), fetcher));
    }

    @ParameterizedTest
    @CsvSource({
        "valid-did-web.json, AUTHENTIC",
        "expired.json, EXPIRED",
        "revoked.json, REVOKED",
        "revocation-list-revoked.json, REVOKED",
        "valid-jwt-rs256.jwt, AUTHENTIC",
        "valid-baked-png-json.png, AUTHENTIC",
        "valid-ecdsa-sd-2023-part.json, AUTHENTIC"
    })
    void aBadgeOfDataModel2IsToldByItsAddress(String sample, Headline headline) {
        assertThat(judge(sample).headline()).isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource({
        "valid-vc11.json, AUTHENTIC",
        "vc11-expired.json, EXPIRED",
        "vc11-revoked.json, REVOKED",
        "valid-jwt-vc11.jwt, AUTHENTIC",
        "jwt-vc11-expired.jwt, EXPIRED",
        "jwt-vc11-revoked.jwt, REVOKED"
    })
    void aBadgeOfDataModel11IsToldByItsAddress(String sample, Headline headline) {
        assertThat(judge(sample).headline()).isEqualTo(headline);
    }
}
