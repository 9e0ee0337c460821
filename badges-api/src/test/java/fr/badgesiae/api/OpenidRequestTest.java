package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.JWT_VC;
import static fr.badgesiae.api.OpenidRun.SD_JWT;
import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID4VCI 1.0 over HTTP: requests and proofs that bring nothing. */
@ExtendWith(OpenidRuns.class)
class OpenidRequestTest {
    private final OpenidRun run;

    OpenidRequestTest(OpenidRun run) {
        this.run = run;
    }

    @Test
    void aCredentialRequestSaysExactlyWhatIsAskedFor() {
        String token = run.token(OpenidWallet.WALT_ID);
        String proof = run.client.proof(run.wallet, run.issuer, run.client.nonce());
        String right = OpenidClient.request(JWT_VC, proof);

        for (String broken : List.of("", "[]", "{", "{}", right.replace("_configuration", ""), " ".repeat(70_000))) {
            assertError(run.client.credential(token, broken), "invalid_credential_request");
        }
        assertError(
                run.client.credential(token, right.replace("{\"cred", "{\"credential_identifier\":\"a\",\"cred")),
                "invalid_credential_request");
        assertError(run.client.credential(token, right.replace(JWT_VC, "unknown")), "unknown_credential_configuration");
        assertError(run.client.credential(token, right.replace(JWT_VC, SD_JWT)), "credential_request_denied");
        assertError(
                run.client.credential(token, right.replace("_configuration_id", "_identifier")),
                "unknown_credential_identifier");
        assertError(
                run.client.credential(token, right.replace("{\"cred", "{\"credential_response_encryption\":{},\"cred")),
                "invalid_encryption_parameters");
        assertThat(run.copies()).isZero();

        brought(run.client.credential(token, right));
    }

    @Test
    void aProofIsTheSendersForThisIssuerNow() {
        String token = run.token(OpenidWallet.WALT_ID);
        TestWallet other = TestWallet.p256();
        String nonce = run.client.nonce();
        Map<String, Object> claims = OpenidClient.claims(run.issuer, nonce);
        String proof = run.client.proof(run.wallet, run.issuer, nonce);

        for (String bad : List.of(
                run.wallet.proof(header -> header.put("jwk", other.publicJwk()), claims),
                run.wallet.proof(
                        header -> {
                            header.put("jwk", run.wallet.publicJwk());
                            header.put("typ", "JWT");
                        },
                        claims),
                run.wallet.proof(
                        header -> {
                            header.put("jwk", run.wallet.publicJwk());
                            header.put("alg", "none");
                        },
                        claims),
                run.client.proof(run.wallet, run.server.origin().toString(), nonce),
                run.client.proof(
                        run.wallet,
                        run.issuer.replaceFirst(".{36}$", UUID.randomUUID().toString()),
                        nonce),
                proof + "\",\"" + proof,
                "")) {
            assertError(run.client.credential(token, OpenidClient.request(JWT_VC, bad)), "invalid_proof");
        }
        for (String without : List.of(
                "{\"credential_configuration_id\":\"" + JWT_VC + "\"}",
                "{\"credential_configuration_id\":\"" + JWT_VC + "\",\"proofs\":{}}")) {
            assertError(run.client.credential(token, without), "invalid_proof");
        }
        assertThat(run.copies()).isZero();
    }

    @Test
    void aNonceIsOursFreshAndUsedOnce() throws Exception {
        String token = run.token(OpenidWallet.WALT_ID);
        String nonce = run.client.nonce();
        String right = OpenidClient.request(JWT_VC, run.client.proof(run.wallet, run.issuer, nonce));
        try (TestServer elsewhere = TestServer.start()) {
            String foreign = new OpenidClient(elsewhere).nonce();
            for (String bad : List.of(foreign, "", nonce + "A", "A" + nonce, nonce.replaceFirst("\\..*", "."))) {
                assertError(
                        run.client.credential(
                                token, OpenidClient.request(JWT_VC, run.client.proof(run.wallet, run.issuer, bad))),
                        "invalid_nonce");
            }
        }

        brought(run.client.credential(token, right));
        assertError(run.client.credential(token, right), "invalid_nonce");
        String second = run.client.granted(
                run.client.offer(run.badge, OpenidWallet.WALT_ID, false).codes());
        assertError(run.client.credential(second, right), "invalid_nonce");
    }

    @Test
    void aRequestWithoutATokenIsToldNoError() {
        for (HttpResponse<String> answer :
                List.of(run.client.credential(null, "{}"), run.client.notification(null, "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).isEqualTo("{}");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }
}
