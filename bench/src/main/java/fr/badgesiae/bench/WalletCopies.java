package fr.badgesiae.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A wallet that takes copies of a badge by OpenID4VCI. The last request is measured: proof checked, copy signed and verified. */
final class WalletCopies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WALLET = "WALT_ID";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI origin;
    private final KeyPair pair;

    WalletCopies(URI origin) throws GeneralSecurityException {
        this.origin = origin;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        this.pair = generator.generateKeyPair();
    }

    /**
     * Takes one more copy.
     *
     * @param holder signed in
     * @param badge the path of the badge in the space
     * @return milliseconds of the request that brings the copy
     */
    double take(Forms holder, String badge) throws IOException, InterruptedException, GeneralSecurityException {
        holder.get(badge + "/wallet/app?wallet=" + WALLET);
        holder.post(
                badge + "/wallet/app",
                Map.of(
                        "wallet",
                        WALLET,
                        "name",
                        "FIRST_AND_INITIAL",
                        "read",
                        holder.find("name=\"read\" value=\"([^\"]+)\"")));
        String link = holder.redirected(holder.path() + "/open");
        JsonNode offer = JSON.readTree(
                URLDecoder.decode(link.substring(link.indexOf("credential_offer=") + 17), StandardCharsets.UTF_8));
        String code = offer.at("/grants")
                .path("urn:ietf:params:oauth:grant-type:pre-authorized_code")
                .path("pre-authorized_code")
                .asText();
        String token = post(
                        "/oauth/token",
                        "application/x-www-form-urlencoded",
                        null,
                        "grant_type="
                                + URLEncoder.encode(
                                        "urn:ietf:params:oauth:grant-type:pre-authorized_code", StandardCharsets.UTF_8)
                                + "&pre-authorized_code=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                .path("access_token")
                .asText();
        String nonce = post("/openid/nonce", "application/json", null, "")
                .path("c_nonce")
                .asText();
        ObjectNode request = JSON.createObjectNode()
                .put(
                        "credential_configuration_id",
                        offer.at("/credential_configuration_ids/0").asText());
        request.putObject("proofs")
                .putArray("jwt")
                .add(proof(offer.path("credential_issuer").asText(), nonce));
        long start = System.nanoTime();
        JsonNode answer = post("/openid/credential", "application/json", token, request.toString());
        double millis = (System.nanoTime() - start) / 1e6;
        if (!answer.at("/credentials/0/credential").isTextual()) {
            throw new IOException("no copy: " + answer);
        }
        return millis;
    }

    private JsonNode post(String path, String type, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String proof(String issuer, String nonce) throws GeneralSecurityException {
        ObjectNode header =
                JSON.createObjectNode().put("typ", "openid4vci-proof+jwt").put("alg", "ES256");
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        header.putObject("jwk")
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(key.getW().getAffineX()))
                .put("y", coordinate(key.getW().getAffineY()));
        ObjectNode claims = JSON.createObjectNode()
                .put("aud", issuer)
                .put("iat", Instant.now().getEpochSecond())
                .put("nonce", nonce);
        String input = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + encoded(signature.sign());
    }

    /** 32 bytes. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[64];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return encoded(Arrays.copyOfRange(padded, 32, 64));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
