package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A newer copy that the issuer offers, compared with the submitted one. */
class RefreshCheckTest {
    private static final String SERVICE = "https://badges.example/refresh/1";

    private final SignedBadges issuer = new SignedBadges();
    private final Crypto crypto = Crypto.best();
    private final RefreshCheck check =
            new RefreshCheck(new ProofCheck(new JsonLd(new BundledContexts()), crypto, new PublicKeys(crypto)));

    @Test
    void theFindingsKeepWhatWasFoundAboutTheOriginal() {
        issuer.publish(SERVICE, issuer.signed(issuer.badge()));
        CheckResult refreshed = asked(issuer.badge(), SERVICE);
        assertThat(told(refreshed)).isEqualTo("PASSED refresh.refreshed");
        assertThat(refreshed.findings())
                .extracting(found -> found.key() + "=" + found.value())
                .contains("refresh.originalValidFrom=2026-01-01T00:00:00Z", "refresh.original.proof.key=urn:x:k");
    }

    @Test
    void aServiceWithoutAddressIsNotAsked() {
        CheckResult result = asked(issuer.badge(), "refresh");
        assertThat(told(result)).isEqualTo("WARNING refresh.unreachable");
        assertThat(result.reason().arguments()).containsExactly("REFUSED_ADDRESS");
    }

    @Test
    void ofTheOlderDataModelTheDateOfIssueCounts() {
        ObjectNode claims = ReferenceData.parse("{}").put("iss", issuer.did());
        claims.set("vc", version1("2026-02-01T00:00:00Z"));
        issuer.publish(SERVICE, issuer.token("JWT", claims));
        assertThat(told(asked(version1("2026-02-02T00:00:00Z"), SERVICE))).isEqualTo("WARNING refresh.older");
        assertThat(told(asked(version1("2026-01-31T00:00:00Z"), SERVICE))).isEqualTo("PASSED refresh.refreshed");
    }

    private ObjectNode version1(String issued) {
        ObjectNode badge = issuer.badge();
        badge.withArray("/@context").set(0, "https://www.w3.org/2018/credentials/v1");
        badge.remove(List.of("validFrom", "validUntil"));
        return badge.put("issuanceDate", issued);
    }

    private CheckResult asked(ObjectNode badge, String address) {
        badge.putObject("refreshService").put("id", address).put("type", "1EdTechCredentialRefresh");
        VerificationContext context = new VerificationContext(
                CredentialReader.read(badge.toString().getBytes(StandardCharsets.UTF_8)),
                issuer.policy().withRefresh(),
                issuer.policy().fetcher());
        context.record(Check.answer(
                CheckName.PROOF,
                Outcome.PASSED,
                ReasonCode.PROOF_VERIFIED.with(),
                List.of(new Finding("proof.key", "urn:x:k", "cid 2.2"))));
        return check.run(context);
    }

    private static String told(CheckResult result) {
        return result.outcome() + " " + result.reason().code();
    }
}
