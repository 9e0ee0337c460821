package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OfferCodes;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** OpenID4VCI 1.0 over HTTP: what a wallet gets, and what it must not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenidIssuanceTest {
    private static final String JWT_VC = "OpenBadgeCredential_jwt_vc_json";
    private static final String SD_JWT = "OpenBadge_dc_sd_jwt";

    private TestServer server;
    private AcceptedBadges badges;
    private OpenidClient client;
    private String issuer;
    private AcceptedBadges.Accepted badge;
    private TestWallet wallet;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        badges = new AcceptedBadges(server);
        client = new OpenidClient(server);
        issuer = server.origin() + "/issuers/" + badges.organisation;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void accept() {
        badge = badges.accept();
        wallet = TestWallet.p256();
    }

    private OfferByOpenid.Made made(OpenidWallet kind) {
        return client.offer(badge, kind, false);
    }

    private String token(OpenidWallet kind) {
        return client.granted(made(kind).codes());
    }

    private HttpResponse<String> ask(String token, String configuration) {
        return client.credential(
                token, OpenidClient.request(configuration, client.proof(wallet, issuer, client.nonce())));
    }

    private static String brought(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return OpenidClient.json(answer).at("/credentials/0/credential").asText();
    }

    private static void assertError(HttpResponse<String> answer, int status, String error) {
        JsonNode body = OpenidClient.json(answer);
        assertThat(body.path("error").asText()).as(answer.body()).isEqualTo(error);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(body.path("error_description").asText()).matches("[ -~]+");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static void assertError(HttpResponse<String> answer, String error) {
        assertError(answer, 400, error);
    }

    private static JsonNode payload(String jwt) {
        return OpenidClient.json(
                new String(Base64.getUrlDecoder().decode(jwt.split("[.~]", -1)[1]), StandardCharsets.UTF_8));
    }

    private long copies() {
        return badges.count(
                "credential WHERE holder_id = ? AND wallet IS NOT NULL",
                badge.holder().value());
    }

    private void age(String column, OfferByOpenid.Made offer) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE openid_offer SET created_at = created_at - interval '6 minutes', expires_at = expires_at -"
                                + " interval '6 minutes', token_until = token_until - interval '6 minutes' WHERE id = ? AND "
                                + column + " IS NOT NULL",
                        offer.offer()));
    }

    @Test
    void aWalletTakesABadgeAsVcJwtBoundToItsKeyAndTheSameAgain() {
        String token = token(OpenidWallet.WALT_ID);

        String first = brought(ask(token, JWT_VC));

        assertThat(payload(first).path("sub").asText()).isEqualTo(wallet.didJwk());
        assertThat(payload(first).at("/credentialSubject/id").asText()).isEqualTo(wallet.didJwk());
        assertThat(payload(first).at("/credentialStatus/type").asText()).isEqualTo("BitstringStatusListEntry");
        assertThat(payload(first).has("vc")).isFalse();
        assertThat(brought(ask(token, JWT_VC))).isEqualTo(first);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void aWalletWithADidTakesABadgeForThatDid() {
        wallet = TestWallet.ed25519();
        String token = token(OpenidWallet.WALT_ID);
        String proof = wallet.proof(
                header -> header.put("kid", wallet.didKey() + wallet.didKey().replace("did:key:", "#")),
                OpenidClient.claims(issuer, client.nonce()));

        String brought = brought(client.credential(token, OpenidClient.request(JWT_VC, proof)));

        assertThat(payload(brought).path("sub").asText()).isEqualTo(wallet.didKey());
    }

    @Test
    void aWalletTakesABadgeAsSdJwtVcAndTheSameAgain() throws Exception {
        String token = token(OpenidWallet.PARADYM);

        String first = brought(ask(token, SD_JWT));

        JsonNode claims = payload(first);
        assertThat(claims.path("iss").asText()).isEqualTo(issuer);
        assertThat(claims.at("/cnf/jwk/x").asText())
                .isEqualTo(wallet.publicJwk().get("x"));
        assertThat(claims.has("sub")).isFalse();
        assertThat(claims.path("_sd")).hasSize(2);
        assertThat(brought(ask(token, SD_JWT))).isEqualTo(first);
        assertThat(copies()).isEqualTo(1);
        String list = claims.at("/status/status_list/uri").asText();
        assertThat(client.get(list.substring(server.origin().toString().length()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkNeedsNoTransactionCodeAndTakesNone() {
        OfferCodes codes = client.offer(badge, OpenidWallet.WALT_ID, true).codes();
        assertThat(codes.txCode()).isNull();
        Map<String, String> form = OpenidClient.grant(codes);
        form.put("tx_code", "493536");
        assertError(client.token(form), "invalid_request");

        brought(ask(client.granted(codes), JWT_VC));
    }

    @Test
    void aWrongTransactionCodeCostsNothingFourTimes() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        Map<String, String> missing = OpenidClient.grant(offer.codes());
        missing.remove("tx_code");
        assertError(client.token(missing), "invalid_request");
        for (int wrong = 0; wrong < 4; wrong++) {
            assertError(client.token(wrong(offer)), "invalid_grant");
        }

        brought(ask(client.granted(offer.codes()), JWT_VC));
    }

    @Test
    void theFifthWrongTransactionCodeEndsTheOffer() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        for (int wrong = 0; wrong < 5; wrong++) {
            assertError(client.token(wrong(offer)), "invalid_grant");
        }

        assertError(client.token(OpenidClient.grant(offer.codes())), "invalid_grant");
        assertThat(server.features()
                        .wallet()
                        .openid()
                        .show()
                        .apply(badge.holder(), badge.badge(), offer.offer())
                        .codes())
                .isEmpty();
        int lines = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = 'WALLET_CODES_GUESSED' AND subject_id = ?",
                                badge.badge().value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(lines).isEqualTo(1);
    }

    private static Map<String, String> wrong(OfferByOpenid.Made offer) {
        Map<String, String> form = OpenidClient.grant(offer.codes());
        form.put("tx_code", "493536".equals(offer.codes().txCode()) ? "493537" : "493536");
        return form;
    }

    @Test
    void aCodeLeadsToOneToken() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        client.granted(offer.codes());

        assertError(client.token(OpenidClient.grant(offer.codes())), "invalid_grant");
    }

    @Test
    void whatHasExpiredOrIsUnknownLeadsNowhere() {
        OfferByOpenid.Made late = made(OpenidWallet.WALT_ID);
        age("code_lookup", late);
        assertError(client.token(OpenidClient.grant(late.codes())), "invalid_grant");
        assertError(client.token(OpenidClient.grant(new OfferCodes("unknown", null))), "invalid_grant");

        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        String token = client.granted(offer.codes());
        age("token_until", offer);
        for (String bad : List.of(token, "unknown", offer.codes().code())) {
            HttpResponse<String> answer = ask(bad, JWT_VC);
            assertError(answer, 401, "invalid_token");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        }
        assertThat(copies()).isZero();
    }

    @Test
    void aTokenRequestSaysExactlyWhatIsAskedFor() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        Map<String, String> form = OpenidClient.grant(offer.codes());
        form.remove("grant_type");
        assertError(client.token(form), "invalid_request");
        form.put("grant_type", "client_credentials");
        assertError(client.token(form), "unsupported_grant_type");
        form.put("grant_type", OpenidClient.GRANT);
        for (String details : List.of("{", "[]", "[{\"type\":\"openid_credential\"}]", details(SD_JWT), "[{}]")) {
            form.put("authorization_details", details);
            assertError(client.token(form), "invalid_authorization_details");
        }
        form.put("client_id", "anything");
        form.put("authorization_details", details(JWT_VC));
        JsonNode answer = OpenidClient.json(client.token(form));
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        String identifier =
                answer.at("/authorization_details/0/credential_identifiers/0").asText();
        String token = answer.path("access_token").asText();

        assertError(ask(token, JWT_VC), "invalid_credential_request");
        String byIdentifier = OpenidClient.request(JWT_VC, client.proof(wallet, issuer, client.nonce()))
                .replace("credential_configuration_id", "credential_identifier");
        assertError(client.credential(token, byIdentifier.replace(JWT_VC, "another")), "unknown_credential_identifier");
        brought(client.credential(token, byIdentifier.replace(JWT_VC, identifier)));
    }

    private static String details(String configuration) {
        return "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"" + configuration + "\"}]";
    }

    @Test
    void aCredentialRequestSaysExactlyWhatIsAskedFor() {
        String token = token(OpenidWallet.WALT_ID);
        String proof = client.proof(wallet, issuer, client.nonce());
        String right = OpenidClient.request(JWT_VC, proof);

        for (String broken : List.of("", "[]", "{", "{}", right.replace("_configuration", ""), " ".repeat(70_000))) {
            assertError(client.credential(token, broken), "invalid_credential_request");
        }
        assertError(
                client.credential(token, right.replace("{\"cred", "{\"credential_identifier\":\"a\",\"cred")),
                "invalid_credential_request");
        assertError(client.credential(token, right.replace(JWT_VC, "unknown")), "unknown_credential_configuration");
        assertError(client.credential(token, right.replace(JWT_VC, SD_JWT)), "credential_request_denied");
        assertError(
                client.credential(token, right.replace("_configuration_id", "_identifier")),
                "unknown_credential_identifier");
        assertError(
                client.credential(token, right.replace("{\"cred", "{\"credential_response_encryption\":{},\"cred")),
                "invalid_encryption_parameters");
        assertThat(copies()).isZero();

        brought(client.credential(token, right));
    }

    @Test
    void aProofIsTheSendersForThisIssuerNow() {
        String token = token(OpenidWallet.WALT_ID);
        TestWallet other = TestWallet.p256();
        String nonce = client.nonce();
        Map<String, Object> claims = OpenidClient.claims(issuer, nonce);
        String proof = client.proof(wallet, issuer, nonce);

        for (String bad : List.of(
                wallet.proof(header -> header.put("jwk", other.publicJwk()), claims),
                wallet.proof(
                        header -> {
                            header.put("jwk", wallet.publicJwk());
                            header.put("typ", "JWT");
                        },
                        claims),
                wallet.proof(
                        header -> {
                            header.put("jwk", wallet.publicJwk());
                            header.put("alg", "none");
                        },
                        claims),
                client.proof(wallet, server.origin().toString(), nonce),
                client.proof(
                        wallet, issuer.replaceFirst(".{36}$", UUID.randomUUID().toString()), nonce),
                proof + "\",\"" + proof,
                "")) {
            assertError(client.credential(token, OpenidClient.request(JWT_VC, bad)), "invalid_proof");
        }
        for (String without : List.of(
                "{\"credential_configuration_id\":\"" + JWT_VC + "\"}",
                "{\"credential_configuration_id\":\"" + JWT_VC + "\",\"proofs\":{}}")) {
            assertError(client.credential(token, without), "invalid_proof");
        }
        assertThat(copies()).isZero();
    }

    @Test
    void aNonceIsOursFreshAndUsedOnce() throws Exception {
        String token = token(OpenidWallet.WALT_ID);
        String nonce = client.nonce();
        String right = OpenidClient.request(JWT_VC, client.proof(wallet, issuer, nonce));
        try (TestServer elsewhere = TestServer.start()) {
            String foreign = new OpenidClient(elsewhere).nonce();
            for (String bad : List.of(foreign, "", nonce + "A", "A" + nonce, nonce.replaceFirst("\\..*", "."))) {
                assertError(
                        client.credential(token, OpenidClient.request(JWT_VC, client.proof(wallet, issuer, bad))),
                        "invalid_nonce");
            }
        }

        brought(client.credential(token, right));
        assertError(client.credential(token, right), "invalid_nonce");
        String second =
                client.granted(client.offer(badge, OpenidWallet.WALT_ID, false).codes());
        assertError(client.credential(second, right), "invalid_nonce");
    }

    @Test
    void aTokenIsForOneKey() {
        String token = token(OpenidWallet.WALT_ID);
        brought(ask(token, JWT_VC));
        wallet = TestWallet.p256();

        assertError(ask(token, JWT_VC), "credential_request_denied");
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void aCopyThatWasWithdrawnIsNotBroughtAgain() {
        for (OpenidWallet kind : OpenidWallet.values()) {
            String configuration = kind == OpenidWallet.WALT_ID ? JWT_VC : SD_JWT;
            String token = token(kind);
            brought(ask(token, configuration));
            UUID copy = server.database()
                    .owner()
                    .withHandle(handle -> handle.select(
                                    "SELECT edition_id FROM openid_offer WHERE holder_id = ? AND wallet = ?",
                                    badge.holder().value(),
                                    kind)
                            .mapTo(UUID.class)
                            .one());
            server.features().edition().withdrawCopy().apply(badge.holder(), new CredentialId(copy));

            assertError(ask(token, configuration), "credential_request_denied");
        }
        assertThat(copies()).isEqualTo(2);
    }

    @Test
    void theSixthCopyIsDenied() {
        List<String> tokens = java.util.stream.IntStream.range(0, 6)
                .mapToObj(number -> token(OpenidWallet.WALT_ID))
                .toList();
        for (String token : tokens.subList(0, 5)) {
            wallet = TestWallet.p256();
            brought(ask(token, JWT_VC));
        }
        wallet = TestWallet.p256();
        assertError(ask(tokens.get(5), JWT_VC), "credential_request_denied");
        assertThat(copies()).isEqualTo(5);
    }

    @Test
    void aWalletTellsWhatBecameOfItsCopy() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        String token = client.granted(offer.codes());
        String id =
                OpenidClient.json(ask(token, JWT_VC)).path("notification_id").asText();
        String accepted = "{\"notification_id\":\"" + id + "\",\"event\":\"credential_accepted\"}";

        for (int again = 0; again < 2; again++) {
            HttpResponse<String> answer = client.notification(token, accepted);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
        assertError(client.notification(token, accepted.replace(id, "another")), "invalid_notification_id");
        assertError(
                client.notification(token, accepted.replace("credential_accepted", "CREDENTIAL_ACCEPTED")),
                "invalid_notification_request");
        assertError(client.notification(token, "{}"), "invalid_notification_request");
        assertError(client.notification("unknown", accepted), 401, "invalid_token");
    }

    @Test
    void theMetadataStandBetweenHostAndPathAndAfterThePath() throws Exception {
        String id = badges.organisation.toString();
        HttpResponse<String> answer = client.get("/.well-known/openid-credential-issuer/issuers/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode metadata = OpenidClient.json(answer);
        assertThat(metadata.path("credential_issuer").asText()).isEqualTo(issuer);
        assertThat(metadata.at("/display/0/name").asText()).isEqualTo("Atelier des Deux Rives");
        assertThat(metadata.at("/credential_configurations_supported/" + SD_JWT + "/vct")
                        .asText())
                .isEqualTo(server.origin() + "/vct/badge/1");
        for (String silent : List.of(
                "credential_response_encryption", "deferred_credential_endpoint", "batch_credential_issuance")) {
            assertThat(metadata.has(silent)).as(silent).isFalse();
        }
        assertThat(client.get("/issuers/" + id + "/.well-known/openid-credential-issuer")
                        .body())
                .isEqualTo(answer.body());
        assertThat(client.get("/.well-known/openid-credential-issuer/issuers/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        JsonNode authorization = OpenidClient.json(client.get("/.well-known/oauth-authorization-server"));
        assertThat(authorization.path("issuer")).isEqualTo(metadata.at("/authorization_servers/0"));
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    @Test
    void copiesThatHaveEndedTakeNoPlace() {
        for (int copy = 0; copy < 5; copy++) {
            wallet = TestWallet.p256();
            brought(ask(token(OpenidWallet.WALT_ID), JWT_VC));
        }
        ShowOfferable show = new ShowOfferable(
                server.platform().database(), server.platform().clock());
        assertThat(show.apply(badge.holder(), badge.badge()).full()).isTrue();
        execute(
                "UPDATE credential SET valid_from = now() - interval '2 days', valid_until = now() - interval '1 day'"
                        + " WHERE holder_id = ? AND wallet IS NOT NULL",
                badge.holder().value());

        assertThat(show.apply(badge.holder(), badge.badge()).full()).isFalse();
        wallet = TestWallet.p256();
        brought(ask(token(OpenidWallet.WALT_ID), JWT_VC));
    }

    @Test
    void aCopyThatWasWithdrawnBeforeItWasNotedIsNotSignedAgain() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        String token = client.granted(offer.codes());
        brought(ask(token, JWT_VC));
        UUID copy = server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT edition_id FROM openid_offer WHERE id = ?", offer.offer())
                        .mapTo(UUID.class)
                        .one());
        execute("UPDATE openid_offer SET edition_id = NULL WHERE id = ?", offer.offer());
        server.features().edition().withdrawCopy().apply(badge.holder(), new CredentialId(copy));

        assertError(ask(token, JWT_VC), "credential_request_denied");
        assertThat(copies()).isEqualTo(1);
        brought(ask(token(OpenidWallet.WALT_ID), JWT_VC));
    }

    @Test
    void aRequestWithoutATokenIsToldNoError() {
        for (HttpResponse<String> answer : List.of(client.credential(null, "{}"), client.notification(null, "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).isEqualTo("{}");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void aSpaceThatIsErasedMeanwhileIsDenied() {
        execute("CREATE FUNCTION erased_meanwhile() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'erased' USING ERRCODE = 'PE410'; END $$");
        execute("CREATE TRIGGER erased_meanwhile BEFORE UPDATE OF edition_id ON openid_offer FOR EACH ROW"
                + " EXECUTE FUNCTION erased_meanwhile()");
        try {
            assertError(ask(token(OpenidWallet.WALT_ID), JWT_VC), "credential_request_denied");
        } finally {
            execute("DROP FUNCTION erased_meanwhile CASCADE");
        }
    }

    @Test
    void nothingPersonalReachesTheLog() {
        OfferByOpenid.Made offer = made(OpenidWallet.WALT_ID);
        OfferByOpenid.Made other = made(OpenidWallet.PARADYM);
        try (LogLines log = LogLines.open()) {
            assertError(client.token(wrong(offer)), "invalid_grant");
            String token = client.granted(offer.codes());
            String nonce = client.nonce();
            String proof = client.proof(wallet, issuer, nonce);
            HttpResponse<String> answer = client.credential(token, OpenidClient.request(JWT_VC, proof));
            String copy = brought(answer);
            String notification =
                    OpenidClient.json(answer).path("notification_id").asText();
            assertError(client.credential(token, OpenidClient.request(JWT_VC, proof)), "invalid_nonce");
            assertError(client.credential(token, "{\"Alix\":"), "invalid_credential_request");
            assertError(
                    client.notification(token, "{\"notification_id\":\"" + notification + "\",\"event\":\"Alix\"}"),
                    "invalid_notification_request");
            assertThat(client.notification(
                                    token,
                                    "{\"notification_id\":\"" + notification
                                            + "\",\"event\":\"credential_failure\",\"event_description\":\"Alix\"}")
                            .statusCode())
                    .isEqualTo(204);
            String second = client.granted(other.codes());
            String sdJwt = brought(ask(second, SD_JWT));

            assertThat(log.text())
                    .doesNotContain(
                            "Alix",
                            "Exemple",
                            "Peint seule",
                            "Chantier de la gare",
                            "did:jwk",
                            String.valueOf(wallet.publicJwk().get("x")),
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
                            badge.holder().toString());
        }
    }
}
