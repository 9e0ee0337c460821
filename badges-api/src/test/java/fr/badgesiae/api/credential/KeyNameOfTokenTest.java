package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token names its key by a DID URL; tokens issued earlier name it by its https URL. */
class KeyNameOfTokenTest {
    private final List<String> fetched = new ArrayList<>();
    private IssuingFixture issuing;
    private String now;
    private String earlier;
    private String keyAddress;

    @BeforeEach
    void open() throws JsonProcessingException {
        issuing = IssuingFixture.open();
        now = issuing.signed(issuing.issued().id()).jwt();
        IssuerKey key = issuing.node
                .platform
                .database()
                .inOrganisation(
                        issuing.organisation,
                        handle ->
                                issuing.node.keys.signingKeys().use(handle, issuing.organisation, KeyAlgorithm.ES256));
        keyAddress = issuing.node.platform.settings().url("/keys/" + key.id());
        earlier = new JwsSigner().sign(payload(now), "ES256", keyAddress, key.signer());
    }

    @AfterEach
    void close() {
        issuing.close();
    }

    private static ObjectNode payload(String jwt) throws JsonProcessingException {
        byte[] text = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return (ObjectNode) new JsonMapper().readTree(new String(text, StandardCharsets.UTF_8));
    }

    private VerificationReport judge(String jwt) {
        fetched.clear();
        Fetcher fetcher = (uri, limits) -> {
            fetched.add(uri.toString());
            return issuing.published(uri)
                    .<FetchResult>map(
                            found -> new FetchResult.Fetched(uri, found.mediaType(), found.body(), true, false))
                    .orElse(new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, uri.toString()));
        };
        VerificationPolicy policy =
                VerificationPolicy.at(issuing.now(), fetcher).withLoopback();
        return new BadgeVerifier().verify(Submission.of(jwt), policy);
    }

    private void end(String state) {
        issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE signing_key SET state = ?, not_after = ? WHERE algorithm = 'ES256' AND organisation_id = ?",
                state,
                issuing.now().atOffset(ZoneOffset.UTC),
                issuing.organisation.value()));
        issuing.pass(Duration.ofMinutes(2)); // published documents are kept for one minute
    }

    private static CheckResult proof(VerificationReport report) {
        return report.checks().stream()
                .filter(check -> check.name() == CheckName.PROOF)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenOfTodayIsValidByTheDidDocumentAlone() {
        VerificationReport report = judge(now);

        assertThat(report.verdict()).as("%s", report.checks()).isEqualTo(Verdict.VALID);
        assertThat(proof(report).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(fetched).hasSize(2).allMatch(uri -> uri.endsWith("/did.json") || uri.contains("/status/"));
    }

    @Test
    void aTokenIssuedEarlierStaysValid() {
        VerificationReport report = judge(earlier);

        assertThat(report.verdict()).as("%s", report.checks()).isEqualTo(Verdict.VALID);
        assertThat(proof(report).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(fetched).hasSize(3).contains(keyAddress);
    }

    @Test
    void bothStayValidWhenTheKeyIsRetired() {
        end("RETIRED");
        assertThat(List.of(judge(now).verdict(), judge(earlier).verdict()))
                .containsExactly(Verdict.VALID, Verdict.VALID);
    }

    @Test
    void neitherIsValidOnceTheKeyIsCompromised() {
        end("COMPROMISED");
        for (String jwt : List.of(now, earlier)) {
            assertThat(judge(jwt).verdict()).isEqualTo(Verdict.INVALID);
            assertThat(proof(judge(jwt)).reason().code()).isEqualTo("proof.key-revoked");
        }
    }
}
