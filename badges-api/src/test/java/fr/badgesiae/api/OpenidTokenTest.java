package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.JWT_VC;
import static fr.badgesiae.api.OpenidRun.SD_JWT;
import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OfferCodes;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID4VCI 1.0 over HTTP: how codes lead to tokens, and when they do not. */
@ExtendWith(OpenidRuns.class)
class OpenidTokenTest {
    private final OpenidRun run;

    OpenidTokenTest(OpenidRun run) {
        this.run = run;
    }

    @Test
    void aWrongTransactionCodeCostsNothingFourTimes() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        Map<String, String> missing = OpenidClient.grant(offer.codes());
        missing.remove("tx_code");
        assertError(run.client.token(missing), "invalid_request");
        for (int wrong = 0; wrong < 4; wrong++) {
            assertError(run.client.token(OpenidRun.wrong(offer)), "invalid_grant");
        }

        brought(run.ask(run.client.granted(offer.codes()), JWT_VC));
    }

    @Test
    void theFifthWrongTransactionCodeEndsTheOffer() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        for (int wrong = 0; wrong < 5; wrong++) {
            assertError(run.client.token(OpenidRun.wrong(offer)), "invalid_grant");
        }

        assertError(run.client.token(OpenidClient.grant(offer.codes())), "invalid_grant");
        assertThat(run.server
                        .features()
                        .wallet()
                        .openid()
                        .show()
                        .apply(run.badge.holder(), run.badge.badge(), offer.offer())
                        .codes())
                .isEmpty();
        int lines = run.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = 'WALLET_CODES_GUESSED' AND subject_id = ?",
                                run.badge.badge().value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(lines).isEqualTo(1);
    }

    @Test
    void aCodeLeadsToOneToken() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        run.client.granted(offer.codes());

        assertError(run.client.token(OpenidClient.grant(offer.codes())), "invalid_grant");
    }

    @Test
    void whatHasExpiredOrIsUnknownLeadsNowhere() {
        OfferByOpenid.Made late = run.made(OpenidWallet.WALT_ID);
        run.age("code_lookup", late);
        assertError(run.client.token(OpenidClient.grant(late.codes())), "invalid_grant");
        assertError(run.client.token(OpenidClient.grant(new OfferCodes("unknown", null))), "invalid_grant");

        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        String token = run.client.granted(offer.codes());
        run.age("token_until", offer);
        for (String bad : List.of(token, "unknown", offer.codes().code())) {
            HttpResponse<String> answer = run.ask(bad, JWT_VC);
            assertError(answer, 401, "invalid_token");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        }
        assertThat(run.copies()).isZero();
    }

    @Test
    void aTokenRequestSaysExactlyWhatIsAskedFor() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        Map<String, String> form = OpenidClient.grant(offer.codes());
        form.remove("grant_type");
        assertError(run.client.token(form), "invalid_request");
        form.put("grant_type", "client_credentials");
        assertError(run.client.token(form), "unsupported_grant_type");
        form.put("grant_type", OpenidClient.GRANT);
        for (String details : List.of("{", "[]", "[{\"type\":\"openid_credential\"}]", details(SD_JWT), "[{}]")) {
            form.put("authorization_details", details);
            assertError(run.client.token(form), "invalid_authorization_details");
        }
        form.put("client_id", "anything");
        form.put("authorization_details", details(JWT_VC));
        JsonNode answer = OpenidClient.json(run.client.token(form));
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        String identifier =
                answer.at("/authorization_details/0/credential_identifiers/0").asText();
        String token = answer.path("access_token").asText();

        assertError(run.ask(token, JWT_VC), "invalid_credential_request");
        String byIdentifier = OpenidClient.request(JWT_VC, run.client.proof(run.wallet, run.issuer, run.client.nonce()))
                .replace("credential_configuration_id", "credential_identifier");
        assertError(
                run.client.credential(token, byIdentifier.replace(JWT_VC, "another")), "unknown_credential_identifier");
        brought(run.client.credential(token, byIdentifier.replace(JWT_VC, identifier)));
    }

    private static String details(String configuration) {
        return "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"" + configuration + "\"}]";
    }
}
