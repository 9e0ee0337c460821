package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both flows of Learner Credential Wallet, with the packages that it is built on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnerCredentialWalletTest {
    private LcwRun wallet;

    @BeforeAll
    void start() throws Exception {
        wallet = LcwRun.open();
    }

    @AfterAll
    void stop() {
        if (wallet != null) {
            wallet.close();
        }
    }

    @BeforeEach
    void accept() {
        wallet.accept();
    }

    @Test
    void theWalletTakesABadgeFromTheAddressInTheCodeAndItVerifiesElsewhere() {
        JsonNode answer = wallet.peer()
                .run("wallet.mjs", "interaction", wallet.interaction(wallet.offer(WalletOfferKind.INTERACTION)), "a");

        JsonNode credential = answer.at("/verifiablePresentation/verifiableCredential/0");
        assertThat(credential.at("/credentialSubject/id").asText()).isEqualTo(wallet.did("a"));
        assertThat(credential.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Alix Exemple");
        assertThat(answer.path("redirectUrl").asText()).endsWith("/me");
        JsonNode result = wallet.verified(credential);
        assertThat(result.path("verified").asBoolean()).as(result.toString()).isTrue();
    }

    @Test
    void theWalletTakesABadgeFromALinkInOneRequest() {
        String link = wallet.server
                .features()
                .wallet()
                .lcw()
                .link(wallet.offer(WalletOfferKind.LINK), "Atelier des Deux Rives");

        JsonNode credential = wallet.peer().run("wallet.mjs", "link", link, "b").at("/verifiableCredential/0");

        assertThat(credential.at("/credentialSubject/id").asText()).isEqualTo(wallet.did("b"));
        JsonNode result = wallet.verified(credential);
        assertThat(result.path("verified").asBoolean()).as(result.toString()).isTrue();
    }

    @Test
    void aCopyThatIsWithdrawnIsRevokedForOthersAndTheOtherStays() throws Exception {
        JsonNode first = wallet.peer()
                .run("wallet.mjs", "interaction", wallet.interaction(wallet.offer(WalletOfferKind.INTERACTION)), "c")
                .at("/verifiablePresentation/verifiableCredential/0");
        JsonNode second = wallet.peer()
                .run("wallet.mjs", "interaction", wallet.interaction(wallet.offer(WalletOfferKind.INTERACTION)), "d")
                .at("/verifiablePresentation/verifiableCredential/0");
        String id = first.path("id").asText().replaceFirst(".*/", "");

        wallet.server.features().edition().withdrawCopy().apply(wallet.holder, new CredentialId(UUID.fromString(id)));

        JsonNode withdrawn = wallet.verified(first);
        assertThat(withdrawn.path("revoked")).as(withdrawn.toString()).isEqualTo(BooleanNode.TRUE);
        assertThat(wallet.verified(second).path("revoked")).isEqualTo(BooleanNode.FALSE);
    }

    @Test
    void aBrowserThatScansTheCodeReadsHowToGoOn() throws Exception {
        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        HttpResponse<String> page = wallet.client.send(
                HttpRequest.newBuilder(URI.create(wallet.interaction(offer)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("dccrequest://request?request=");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode protocols = new JsonMapper()
                .readTree(wallet.client
                        .send(
                                HttpRequest.newBuilder(URI.create(wallet.interaction(offer)))
                                        .header("Accept", "application/json")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
        assertThat(protocols.at("/protocols/vcapi").asText())
                .isEqualTo(wallet.exchange(offer).toString());
    }

    @Test
    void nothingPersonalReachesTheLogInEitherFlow() throws Exception {
        OfferToWallet.Made interaction = wallet.offer(WalletOfferKind.INTERACTION);
        OfferToWallet.Made link = wallet.offer(WalletOfferKind.LINK);
        OfferToWallet.Made refused = wallet.offer(WalletOfferKind.INTERACTION);
        try (LogLines log = LogLines.open()) {
            wallet.peer().run("wallet.mjs", "interaction", wallet.interaction(interaction), "i");
            String address = wallet.server.features().wallet().lcw().link(link, "Atelier des Deux Rives");
            wallet.peer().run("wallet.mjs", "link", address, "j");
            JsonNode wrong = wallet.peer().run("wallet.mjs", "sign", "k", refused.challenge());
            assertThat(wallet.post(wallet.exchange(refused), LcwRun.wrapped(wrong))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(wallet.post(wallet.exchange(interaction), "{}").statusCode())
                    .isEqualTo(404);

            assertThat(log.text())
                    .doesNotContain(
                            "Alix",
                            "Exemple",
                            "Peint seule",
                            "Chantier de la gare",
                            "did:key",
                            interaction.secret(),
                            interaction.challenge(),
                            link.secret(),
                            link.challenge(),
                            refused.secret(),
                            wallet.holder.toString());
        }
    }

    @Test
    void scriptsOfEveryOriginMayAsk() throws Exception {
        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        URI page = wallet.server.origin().resolve("/wallet/" + offer.secret());
        Map<URI, String> methods = Map.of(page, "GET", wallet.exchange(offer), "POST", wallet.linked(offer), "POST");
        for (Map.Entry<URI, String> each : methods.entrySet()) {
            HttpResponse<String> preflight = wallet.client.send(
                    HttpRequest.newBuilder(each.getKey())
                            .header("Origin", "https://elsewhere.example")
                            .header("Access-Control-Request-Method", each.getValue())
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(preflight.statusCode()).as(each.getValue()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains(each.getValue());
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("Authorization, Content-Type, Accept, DPoP, OAuth-Client-Attestation,"
                            + " OAuth-Client-Attestation-PoP");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(preflight.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }
}
