package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OfferCodes;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what a wallet sends by OpenID4VCI 1.0, right or wrong. */
final class OpenidClient {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private static final JsonMapper JSON = new JsonMapper();

    private final TestServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    OpenidClient(TestServer server) {
        this.server = server;
    }

    OfferByOpenid.Made offer(AcceptedBadges.Accepted badge, OpenidWallet wallet, boolean link) {
        return (OfferByOpenid.Made) server.features()
                .wallet()
                .openid()
                .offer()
                .apply(badge.holder(), badge.badge(), new OfferByOpenid.Wish(wallet, AcceptedBadges.CHOICE, link));
    }

    static Map<String, String> grant(OfferCodes codes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", GRANT);
        form.put("pre-authorized_code", codes.code());
        if (codes.txCode() != null) {
            form.put("tx_code", codes.txCode());
        }
        return form;
    }

    HttpResponse<String> token(Map<String, String> form) {
        return tokenLater(form).join();
    }

    CompletableFuture<HttpResponse<String>> tokenLater(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("/oauth/token", "application/x-www-form-urlencoded", null, body);
    }

    /** The access token of an offer. */
    String granted(OfferCodes codes) {
        HttpResponse<String> answer = token(grant(codes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("access_token").asText();
    }

    String nonce() {
        HttpResponse<String> answer =
                send("/openid/nonce", "application/json", null, "").join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return json(answer).path("c_nonce").asText();
    }

    /** The claims of a good proof. */
    static Map<String, Object> claims(String issuer, String nonce) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", issuer);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("nonce", nonce);
        return claims;
    }

    static String request(String configuration, String proof) {
        return "{\"credential_configuration_id\":\"" + configuration + "\",\"proofs\":{\"jwt\":[\"" + proof + "\"]}}";
    }

    String proof(TestWallet wallet, String issuer, String nonce) {
        return wallet.proof(header -> header.put("jwk", wallet.publicJwk()), claims(issuer, nonce));
    }

    HttpResponse<String> credential(@Nullable String token, String body) {
        return credentialLater(token, body).join();
    }

    CompletableFuture<HttpResponse<String>> credentialLater(@Nullable String token, String body) {
        return send("/openid/credential", "application/json", token, body);
    }

    HttpResponse<String> notification(@Nullable String token, String body) {
        return send("/openid/notification", "application/json", token, body).join();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.origin().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> send(
            String path, String type, @Nullable String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
