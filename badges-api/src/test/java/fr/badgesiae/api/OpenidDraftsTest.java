package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.JWT_VC;
import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static fr.badgesiae.api.OpenidRun.payload;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shapes of drafts 13 and 15 over HTTP: accepted where the configuration asks for them, otherwise refused as 1.0 does. */
class OpenidDraftsTest {
    private static final String OF_13 = """
            {"format": "jwt_vc_json", "credential_definition": {"type": ["OpenBadgeCredential", "VerifiableCredential"]},
             "proof": {"proof_type": "jwt", "jwt": "%s"}}
            """;
    private static final String OF_15 = """
            {"credential_configuration_id": "OpenBadgeCredential_jwt_vc_json", "proof": {"proof_type": "jwt", "jwt": "%s"}}
            """;
    private static final String BY_IDENTIFIER = """
            {"credential_identifier": "OpenBadgeCredential_jwt_vc_json", "proof": {"proof_type": "jwt", "jwt": "%s"}}
            """;

    private static JsonNode granted(OpenidRun run, boolean identified) {
        Map<String, String> form =
                OpenidClient.grant(run.made(OpenidWallet.WALT_ID).codes());
        if (identified) {
            form.put(
                    "authorization_details",
                    "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"" + JWT_VC + "\"}]");
        }
        return OpenidClient.json(run.client.token(form));
    }

    private static String token(JsonNode granted) {
        return granted.path("access_token").asText();
    }

    private static HttpResponse<String> ask(OpenidRun run, String token, String request) {
        return run.client.credential(token, request.formatted(run.proof()));
    }

    private static JsonNode metadata(OpenidRun run) throws Exception {
        return OpenidClient.json(
                        run.client.get("/issuers/" + run.badges.organisation + "/.well-known/openid-credential-issuer"))
                .at("/credential_configurations_supported/" + JWT_VC);
    }

    private static OpenidRun with(Option... options) throws Exception {
        return OpenidRun.with(options);
    }

    @Test
    void withoutTheirOptionTheyGetTheErrorsOf1() throws Exception {
        try (OpenidRun run = OpenidRun.open()) {
            JsonNode granted = granted(run, false);
            String token = token(granted);

            assertThat(granted.has("c_nonce")).isFalse();
            assertError(ask(run, token, OF_13), "invalid_credential_request");
            HttpResponse<String> refused = ask(run, token, OF_15);
            assertError(refused, "invalid_proof");
            assertThat(refused.body()).doesNotContain("c_nonce");
            assertError(ask(run, token(granted(run, true)), BY_IDENTIFIER), "invalid_proof");
            assertThat(metadata(run).has("display")).isFalse();
            assertThat(metadata(run).has("claims")).isFalse();
            assertThat(run.copies()).isZero();
        }
    }

    @Test
    void draft13HasItsNonceInTheTokenAnswerAndOneCredential() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_13)) {
            JsonNode granted = granted(run, false);
            assertThat(granted.path("c_nonce_expires_in").asInt()).isEqualTo(300);
            String nonce = granted.path("c_nonce").asText();
            String request = OF_13.formatted(run.client.proof(run.wallet, run.issuer, nonce));

            HttpResponse<String> answer = run.client.credential(token(granted), request);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode body = OpenidClient.json(answer);
            assertThat(payload(body.path("credential").asText()).path("sub").asText())
                    .isEqualTo(run.wallet.didJwk());
            assertThat(body.has("credentials")).isFalse();
            assertThat(body.has("notification_id")).isTrue();
            HttpResponse<String> replayed = run.client.credential(token(granted), request);
            assertError(replayed, "invalid_proof");
            String fresh = OpenidClient.json(replayed).path("c_nonce").asText();
            for (String next : List.of(fresh, body.path("c_nonce").asText())) {
                String again = OF_13.formatted(run.client.proof(run.wallet, run.issuer, next));
                assertThat(OpenidClient.json(run.client.credential(token(granted), again))
                                .path("credential"))
                        .isEqualTo(body.path("credential"));
            }
            assertThat(run.copies()).isEqualTo(1);
            assertThat(metadata(run).at("/display/0/locale").asText()).isEqualTo("fr");
            assertThat(metadata(run).has("claims")).isFalse();
        }
    }

    @Test
    void aRequestOfDraft13SaysExactlyWhatIsAskedFor() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_13)) {
            String token = token(granted(run, false));

            assertError(ask(run, token, OF_13.replace("jwt_vc_json", "ldp_vc")), "unsupported_credential_format");
            assertError(ask(run, token, OF_13.replace("OpenBadgeCredential", "Other")), "unsupported_credential_type");
            assertError(ask(run, token, "{\"format\":\"jwt_vc_json\",\"x\":\"%s\"}"), "unsupported_credential_type");
            for (String wrong : List.of("\"proof_type\": \"jwt\", ", ", \"jwt\": \"%s\"", "\"proof\"")) {
                HttpResponse<String> refused =
                        ask(run, token, OF_13.replace(wrong, wrong.startsWith("\"proof\"") ? "\"p\"" : ""));
                assertError(refused, "invalid_proof");
                assertThat(OpenidClient.json(refused).has("c_nonce")).isTrue();
            }
            assertError(ask(run, token, OF_15), "invalid_proof");
            assertError(ask(run, token(granted(run, true)), OF_13), "invalid_credential_request");
            assertThat(run.copies()).isZero();
            brought(run.ask(token, JWT_VC));
        }
    }

    @Test
    void draft15HasOneProof() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_15)) {
            JsonNode granted = granted(run, false);
            assertThat(granted.has("c_nonce")).isFalse();
            HttpResponse<String> answer = ask(run, token(granted), OF_15);

            assertThat(payload(brought(answer)).path("sub").asText()).isEqualTo(run.wallet.didJwk());
            assertThat(OpenidClient.json(answer).has("credential")).isFalse();
            assertThat(OpenidClient.json(answer).has("c_nonce")).isFalse();
            assertError(ask(run, token(granted), OF_13), "invalid_credential_request");
            assertError(
                    run.client.credential(
                            token(granted), OF_15.formatted(run.client.proof(run.wallet, run.issuer, ""))),
                    "invalid_nonce");
            brought(ask(run, token(granted(run, true)), BY_IDENTIFIER));
            assertThat(metadata(run).at("/claims/0/path/0").asText()).isEqualTo("credentialSubject");
            assertThat(metadata(run).at("/display")).isEqualTo(metadata(run).at("/credential_metadata/display"));
        }
    }

    /** Wallets know the errors of their draft alone. */
    @Test
    void noRefusalHasAnErrorThatTheDraftDoesNotKnow() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15)) {
            String token = token(granted(run, false));
            String identified = token(granted(run, true));

            assertError(ask(run, token, OF_15.replace(JWT_VC, "other")), "unsupported_credential_type");
            assertError(ask(run, token, OF_15.replace(JWT_VC, OpenidRun.SD_JWT)), "credential_request_denied");
            assertError(ask(run, identified, BY_IDENTIFIER.replace(JWT_VC, "other")), "invalid_credential_request");
            assertError(ask(run, token, BY_IDENTIFIER), "invalid_credential_request");
            assertError(run.ask(token, "other"), "unknown_credential_configuration");

            assertThat(ask(run, token, OF_13).statusCode()).isEqualTo(200);
            run.wallet = TestWallet.p256();
            assertError(ask(run, token, OF_13), "invalid_credential_request");
            assertError(ask(run, token, OF_15), "credential_request_denied");
            assertError(run.ask(token, JWT_VC), "credential_request_denied");
        }
    }

    /** A nonce serves one proof, in whichever version it was got and in whichever it is sent. */
    @Test
    void aNonceAndAProofServeOnceInAllVersions() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15)) {
            JsonNode granted = granted(run, false);
            String proof = run.client.proof(
                    run.wallet, run.issuer, granted.path("c_nonce").asText());

            brought(run.client.credential(token(granted), OF_15.formatted(proof)));

            assertError(run.client.credential(token(granted), OF_15.formatted(proof)), "invalid_nonce");
            assertError(run.client.credential(token(granted), OF_13.formatted(proof)), "invalid_proof");
            assertError(run.client.credential(token(granted), OpenidClient.request(JWT_VC, proof)), "invalid_nonce");
            String second = token(granted(run, false));
            assertError(run.client.credential(second, OF_13.formatted(proof)), "invalid_proof");
            assertThat(run.copies()).isEqualTo(1);
        }
    }

    @Test
    void whereBothAreAcceptedAnIdentifierIsAnsweredInBothShapes() throws Exception {
        try (OpenidRun run = with(OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15)) {
            HttpResponse<String> answer = ask(run, token(granted(run, true)), BY_IDENTIFIER);

            assertThat(OpenidClient.json(answer).path("credential").asText()).isEqualTo(brought(answer));
            HttpResponse<String> final1 = run.ask(token(granted(run, false)), JWT_VC);
            brought(final1);
            assertThat(OpenidClient.json(final1).has("credential"))
                    .as("1.0 stays as it is")
                    .isFalse();
            assertThat(OpenidClient.json(final1).has("c_nonce")).isFalse();
        }
    }
}
