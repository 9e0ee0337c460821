package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** A server on this machine with a badge to take by OpenID4VCI, and a wallet that takes it, rightly or wrongly. */
final class OpenidRun implements AutoCloseable {
    static final String JWT_VC = "OpenBadgeCredential_jwt_vc_json";
    static final String SD_JWT = "OpenBadge_dc_sd_jwt";

    final TestServer server;
    final AcceptedBadges badges;
    final OpenidClient client;
    final String issuer;

    /** That was accepted last. */
    AcceptedBadges.Accepted badge;

    TestWallet wallet = TestWallet.p256();

    private OpenidRun(TestServer server) throws Exception {
        this.server = server;
        badges = new AcceptedBadges(server);
        client = new OpenidClient(server);
        issuer = server.origin() + "/issuers/" + badges.organisation;
        badge = badges.accept();
    }

    static OpenidRun open() throws Exception {
        return new OpenidRun(TestServer.start());
    }

    /** As {@link #open}; a test cannot go on without it. */
    static OpenidRun opened() {
        try {
            return open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same where the configuration asks for more. */
    static OpenidRun with(Option... options) throws Exception {
        return new OpenidRun(TestServer.with(Set.of(options)));
    }

    @Override
    public void close() {
        server.close();
    }

    /** Another person accepts a badge and has another wallet. */
    void accept() {
        badge = badges.accept();
        wallet = TestWallet.p256();
    }

    OfferByOpenid.Made made(OpenidWallet kind) {
        return client.offer(badge, kind, false);
    }

    String token(OpenidWallet kind) {
        return client.granted(made(kind).codes());
    }

    /** A new good proof. */
    String proof() {
        return client.proof(wallet, issuer, client.nonce());
    }

    HttpResponse<String> ask(String token, String configuration) {
        return client.credential(token, OpenidClient.request(configuration, proof()));
    }

    static String brought(HttpResponse<String> answer) {
        return content(answer).asText();
    }

    static JsonNode content(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return OpenidClient.json(answer).at("/credentials/0/credential");
    }

    static void assertError(HttpResponse<String> answer, int status, String error) {
        JsonNode body = OpenidClient.json(answer);
        assertThat(body.path("error").asText()).as(answer.body()).isEqualTo(error);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(body.path("error_description").asText()).matches("[ -~]+");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    static void assertError(HttpResponse<String> answer, String error) {
        assertError(answer, 400, error);
    }

    static JsonNode payload(String jwt) {
        return part(jwt, 1);
    }

    /** The header is part 0, the claims part 1. */
    static JsonNode part(String jwt, int index) {
        return OpenidClient.json(
                new String(Base64.getUrlDecoder().decode(jwt.split("[.~]", -1)[index]), StandardCharsets.UTF_8));
    }

    long copies() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM credential WHERE holder_id = ? AND wallet IS NOT NULL",
                                badge.holder().value())
                        .mapTo(Long.class)
                        .one());
    }

    /** Six minutes go by for an offer whose column has a value. */
    void age(String column, OfferByOpenid.Made offer) {
        execute(
                "UPDATE openid_offer SET created_at = created_at - interval '6 minutes', expires_at = expires_at -"
                        + " interval '6 minutes', token_until = token_until - interval '6 minutes' WHERE id = ? AND "
                        + column + " IS NOT NULL",
                offer.offer());
    }

    void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    static Map<String, String> wrong(OfferByOpenid.Made offer) {
        Map<String, String> form = OpenidClient.grant(offer.codes());
        form.put("tx_code", "493536".equals(offer.codes().txCode()) ? "493537" : "493536");
        return form;
    }
}
