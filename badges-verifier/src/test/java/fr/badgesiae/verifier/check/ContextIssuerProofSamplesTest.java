package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Expectation;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.CryptoProviders;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContextIssuerProofSamplesTest {
    private final JsonLd jsonLd = new JsonLd(new BundledContexts());

    @Test
    void everySampleGetsItsExpectedAnswersFromTheBestProvider() {
        assertThat(differences(Crypto.best())).isEmpty();
    }

    @Test
    void everySampleGetsItsExpectedAnswersFromThePlainJavaProvider() {
        assertThat(differences(new Crypto(CryptoProviders.bouncyCastle()))).isEmpty();
    }

    private List<String> differences(Crypto crypto) {
        PublicKeys keys = new PublicKeys(crypto);
        List<Check> checks =
                List.of(new ContextCheck(jsonLd), new IssuerCheck(keys), new ProofCheck(jsonLd, crypto, keys));
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), Fetcher.offline());
        Fetcher documents = fetcher(Samples.documents());
        List<String> differences = new ArrayList<>();
        for (Sample sample : Samples.all()) {
            ReadResult reading = CredentialReader.read(sample.bytes());
            if (reading.credential().isEmpty() || reading.credential().get().isOb2()) {
                continue;
            }
            VerificationContext context = new VerificationContext(reading, policy, documents);
            for (Check check : checks) {
                CheckResult result = check.run(context);
                Expectation expected = expectation(sample, check.name());
                if (!expected.met(result.outcome().name(), result.reason().code())) {
                    differences.add(sample + " " + expected + " but " + result);
                }
            }
        }
        return differences;
    }

    private static Expectation expectation(Sample sample, CheckName name) {
        return sample.expectations().stream()
                .filter(expected -> expected.check().equals(name.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Fetcher fetcher(Map<String, byte[]> documents) {
        Set<String> gone = Samples.gone();
        return (uri, limits) -> {
            if (gone.contains(uri.toString())) {
                return new FetchResult.Failed(FetchResult.Failure.GONE, "");
            }
            byte[] body = documents.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.OFFLINE, "")
                    : new FetchResult.Fetched(uri, "application/json", body, true, false);
        };
    }
}
