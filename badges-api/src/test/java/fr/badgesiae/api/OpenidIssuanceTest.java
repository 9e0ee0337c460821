package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.JWT_VC;
import static fr.badgesiae.api.OpenidRun.SD_JWT;
import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static fr.badgesiae.api.OpenidRun.payload;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OfferCodes;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID4VCI 1.0 over HTTP: what a wallet gets. */
@ExtendWith(OpenidRuns.class)
class OpenidIssuanceTest {
    private final OpenidRun run;

    OpenidIssuanceTest(OpenidRun run) {
        this.run = run;
    }

    @Test
    void aWalletTakesABadgeAsVcJwtBoundToItsKeyAndTheSameAgain() {
        String token = run.token(OpenidWallet.WALT_ID);

        String first = brought(run.ask(token, JWT_VC));

        assertThat(payload(first).path("sub").asText()).isEqualTo(run.wallet.didJwk());
        assertThat(payload(first).at("/credentialSubject/id").asText()).isEqualTo(run.wallet.didJwk());
        assertThat(payload(first).at("/credentialStatus/type").asText()).isEqualTo("BitstringStatusListEntry");
        assertThat(payload(first).has("vc")).isFalse();
        assertThat(brought(run.ask(token, JWT_VC))).isEqualTo(first);
        assertThat(run.copies()).isEqualTo(1);
    }

    @Test
    void aWalletWithADidTakesABadgeForThatDid() {
        run.wallet = TestWallet.ed25519();
        String token = run.token(OpenidWallet.WALT_ID);
        String proof = run.wallet.proof(
                header -> header.put(
                        "kid", run.wallet.didKey() + run.wallet.didKey().replace("did:key:", "#")),
                OpenidClient.claims(run.issuer, run.client.nonce()));

        String brought = brought(run.client.credential(token, OpenidClient.request(JWT_VC, proof)));

        assertThat(payload(brought).path("sub").asText()).isEqualTo(run.wallet.didKey());
    }

    @Test
    void aWalletTakesABadgeAsSdJwtVcAndTheSameAgain() throws Exception {
        String token = run.token(OpenidWallet.PARADYM);

        String first = brought(run.ask(token, SD_JWT));

        JsonNode claims = payload(first);
        assertThat(claims.path("iss").asText()).isEqualTo(run.issuer);
        assertThat(claims.at("/cnf/jwk/x").asText())
                .isEqualTo(run.wallet.publicJwk().get("x"));
        assertThat(claims.has("sub")).isFalse();
        assertThat(claims.path("_sd")).hasSize(2);
        assertThat(brought(run.ask(token, SD_JWT))).isEqualTo(first);
        assertThat(run.copies()).isEqualTo(1);
        String list = claims.at("/status/status_list/uri").asText();
        assertThat(run.client
                        .get(list.substring(run.server.origin().toString().length()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkNeedsNoTransactionCodeAndTakesNone() {
        OfferCodes codes =
                run.client.offer(run.badge, OpenidWallet.WALT_ID, true).codes();
        assertThat(codes.txCode()).isNull();
        Map<String, String> form = OpenidClient.grant(codes);
        form.put("tx_code", "493536");
        assertError(run.client.token(form), "invalid_request");

        brought(run.ask(run.client.granted(codes), JWT_VC));
    }

    @Test
    void aWalletTellsWhatBecameOfItsCopy() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        String token = run.client.granted(offer.codes());
        String id = OpenidClient.json(run.ask(token, JWT_VC))
                .path("notification_id")
                .asText();
        String accepted = "{\"notification_id\":\"" + id + "\",\"event\":\"credential_accepted\"}";

        for (int again = 0; again < 2; again++) {
            HttpResponse<String> answer = run.client.notification(token, accepted);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
        assertError(run.client.notification(token, accepted.replace(id, "another")), "invalid_notification_id");
        assertError(
                run.client.notification(token, accepted.replace("credential_accepted", "CREDENTIAL_ACCEPTED")),
                "invalid_notification_request");
        assertError(run.client.notification(token, "{}"), "invalid_notification_request");
        assertError(run.client.notification("unknown", accepted), 401, "invalid_token");
    }

    @Test
    void theMetadataStandBetweenHostAndPathAndAfterThePath() throws Exception {
        String id = run.badges.organisation.toString();
        HttpResponse<String> answer = run.client.get("/.well-known/openid-credential-issuer/issuers/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode metadata = OpenidClient.json(answer);
        assertThat(metadata.path("credential_issuer").asText()).isEqualTo(run.issuer);
        assertThat(metadata.at("/display/0/name").asText()).isEqualTo("Atelier des Deux Rives");
        assertThat(metadata.at("/credential_configurations_supported/" + SD_JWT + "/vct")
                        .asText())
                .isEqualTo(run.server.origin() + "/vct/badge/1");
        for (String silent : List.of(
                "credential_response_encryption", "deferred_credential_endpoint", "batch_credential_issuance")) {
            assertThat(metadata.has(silent)).as(silent).isFalse();
        }
        assertThat(run.client
                        .get("/issuers/" + id + "/.well-known/openid-credential-issuer")
                        .body())
                .isEqualTo(answer.body());
        assertThat(run.client
                        .get("/.well-known/openid-credential-issuer/issuers/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        JsonNode authorization = OpenidClient.json(run.client.get("/.well-known/oauth-authorization-server"));
        assertThat(authorization.path("issuer")).isEqualTo(metadata.at("/authorization_servers/0"));
    }

    @Test
    void nothingPersonalReachesTheLog() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        OfferByOpenid.Made other = run.made(OpenidWallet.PARADYM);
        try (LogLines log = LogLines.open()) {
            assertError(run.client.token(OpenidRun.wrong(offer)), "invalid_grant");
            String token = run.client.granted(offer.codes());
            String nonce = run.client.nonce();
            String proof = run.client.proof(run.wallet, run.issuer, nonce);
            HttpResponse<String> answer = run.client.credential(token, OpenidClient.request(JWT_VC, proof));
            String copy = brought(answer);
            String notification =
                    OpenidClient.json(answer).path("notification_id").asText();
            assertError(run.client.credential(token, OpenidClient.request(JWT_VC, proof)), "invalid_nonce");
            assertError(run.client.credential(token, "{\"Alix\":"), "invalid_credential_request");
            assertError(
                    run.client.notification(token, "{\"notification_id\":\"" + notification + "\",\"event\":\"Alix\"}"),
                    "invalid_notification_request");
            assertThat(run.client
                            .notification(
                                    token,
                                    "{\"notification_id\":\"" + notification
                                            + "\",\"event\":\"credential_failure\",\"event_description\":\"Alix\"}")
                            .statusCode())
                    .isEqualTo(204);
            String second = run.client.granted(other.codes());
            String sdJwt = brought(run.ask(second, SD_JWT));

            assertThat(log.text())
                    .doesNotContain(
                            "Alix",
                            "Exemple",
                            "Peint seule",
                            "Chantier de la gare",
                            "did:jwk",
                            String.valueOf(run.wallet.publicJwk().get("x")),
                            offer.codes().code(),
                            String.valueOf(offer.codes().txCode()),
                            other.codes().code(),
                            token,
                            second,
                            nonce,
                            proof,
                            copy,
                            sdJwt,
                            notification,
                            run.badge.holder().toString());
        }
    }
}
