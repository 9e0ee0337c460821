package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages by which a holder puts a badge into a wallet that asks for six digits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppPagesTest {
    private static final String SCHEME = "openid-credential-offer:";

    private TestServer server;
    private AcceptedBadges badges;
    private AcceptedBadges.Accepted badge;
    private Visitor holder;
    private String wallets;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        badges = new AcceptedBadges(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void accept() throws Exception {
        badge = badges.accept();
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(badge.holder()));
        wallets = "/me/badges/" + badge.badge() + "/wallet";
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("wallet", "WALT_ID");
        form.put("name", AcceptedBadges.CHOICE.name().name());
        form.put("evidence", "yes");
        form.put("read", AcceptedBadges.CHOICE.read());
        return form;
    }

    private String offered() throws Exception {
        HttpResponse<String> answer = holder.post(wallets + "/app", form());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void thePageOfTheWalletsNamesTheOthersAndNoProtocol() throws Exception {
        HttpResponse<String> page = holder.get(wallets);

        assertThat(page.body())
                .contains("walt.id", "Paradym", wallets + "/app?wallet=WALT_ID")
                .doesNotContainIgnoringCase("openid4vci")
                .doesNotContainIgnoringCase("sd-jwt");
        assertThat(holder.get(wallets + "/app?wallet=WALT_ID").statusCode()).isEqualTo(200);
        assertThat(holder.get(wallets + "/app?wallet=OTHER").statusCode()).isEqualTo(404);
    }

    @Test
    void aChoiceThatIsMissingOrOldIsAskedForAgain() throws Exception {
        Map<String, String> form = form();
        form.remove("name");
        assertThat(holder.post(wallets + "/app", form).statusCode()).isEqualTo(422);
        form.put("name", "NONE");
        form.put("read", "0".repeat(64));
        assertThat(holder.post(wallets + "/app", form).statusCode()).isEqualTo(409);
    }

    @Test
    void thePictureComesWithSixDigitsUntilAWalletHasItsCopy() throws Exception {
        String page = offered();
        HttpResponse<String> shown = holder.get(page);
        assertThat(shown.body()).containsPattern("<span class=\"code\" dir=\"ltr\">[0-9]{3} [0-9]{3}</span>");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + SCHEME + ";");
        assertThat(holder.get(wallets)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain(SCHEME);

        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE openid_offer SET expires_at = created_at + interval '1 microsecond' WHERE holder_id = ?",
                        badge.holder().value()));

        assertThat(holder.get(page).body()).doesNotContain("class=\"code\"").contains(wallets + "/app?wallet=WALT_ID");
    }

    @Test
    void theLinkIsMadeWhenPressedAndStandsInNoPage() throws Exception {
        String page = offered();
        assertThat(holder.get(page).body()).doesNotContain(SCHEME);

        HttpResponse<String> pressed = holder.post(page + "/open", Map.of());
        HttpResponse<String> again = holder.post(page + "/open", Map.of());

        assertThat(pressed.statusCode()).isEqualTo(303);
        String link = pressed.headers().firstValue("Location").orElseThrow();
        assertThat(link)
                .startsWith(SCHEME + "//?credential_offer=%7B")
                .isNotEqualTo(again.headers().firstValue("Location").orElseThrow());
        JsonNode grant = OpenidClient.json(
                        URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8))
                .path("grants")
                .path(OpenidClient.GRANT);
        assertThat(grant.has("tx_code")).isFalse();
        OpenidClient client = new OpenidClient(server);
        HttpResponse<String> token = client.token(Map.of(
                "grant_type",
                OpenidClient.GRANT,
                "pre-authorized_code",
                grant.path("pre-authorized_code").asText()));
        String issuer = server.origin() + "/issuers/" + badges.organisation;
        TestWallet wallet = TestWallet.p256();
        assertThat(client.credential(
                                OpenidClient.json(token).path("access_token").asText(),
                                OpenidClient.request(
                                        "OpenBadgeCredential_jwt_vc_json",
                                        client.proof(wallet, issuer, client.nonce())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(holder.get("/me/badges/" + badge.badge()).body())
                .contains(OpenidWallet.WALT_ID.kind().label());
    }

    @Test
    void anotherHolderDoesNotFindIt() throws Exception {
        String page = offered();
        AcceptedBadges.Accepted other = badges.accept();
        Visitor stranger = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(other.holder()));

        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page + "/open", Map.of()).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page.replace(
                                badge.badge().toString(), other.badge().toString()))
                        .statusCode())
                .isEqualTo(404);
    }
}
