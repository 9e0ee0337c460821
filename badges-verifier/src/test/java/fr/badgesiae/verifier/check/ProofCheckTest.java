package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The claims of a token are compared with the credential as it was signed. */
class ProofCheckTest {
    /** The first second of the year 10000, which no date-time of a credential can state. */
    private static final long YEAR_10000 = 253_402_300_800L;

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void aDateThatOnlyAClaimStatesIsNotComparedWithItself() {
        ObjectNode vc = issuer.badge();
        vc.withArray("/@context").set(0, "https://www.w3.org/2018/credentials/v1");
        vc.remove("validUntil");
        ObjectNode claims = claims().put("exp", YEAR_10000);
        claims.set("vc", vc);
        assertThat(proof(claims)).isEqualTo("WARNING proof.claims-absent");
    }

    @Test
    void theClaimsThatAreTheCredentialAreComparedAndNotAnEmptyVc() {
        ObjectNode claims = issuer.badge().put("iss", "https://other.example/issuers/1");
        assertThat(proof(claims)).isEqualTo("FAILED proof.claim-contradicts");
        claims.putObject("vc");
        assertThat(proof(claims)).isEqualTo("FAILED proof.claim-contradicts");
    }

    @Test
    void aTokenWithoutVcIsComparedEvenWithoutASubject() {
        ObjectNode claims = issuer.badge().put("iss", "https://other.example/issuers/1");
        claims.remove("credentialSubject");
        assertThat(proof(claims)).isEqualTo("FAILED proof.claim-contradicts");
    }

    private ObjectNode claims() {
        return ReferenceData.parse("{}").put("iss", issuer.did());
    }

    private String proof(ObjectNode claims) {
        Crypto crypto = Crypto.best();
        byte[] token = issuer.token("JWT", claims).getBytes(StandardCharsets.US_ASCII);
        CheckResult result = new ProofCheck(new JsonLd(new BundledContexts()), crypto, new PublicKeys(crypto))
                .run(new VerificationContext(
                        CredentialReader.read(token),
                        issuer.policy(),
                        issuer.policy().fetcher()));
        return result.outcome() + " " + result.reason().code();
    }
}
