package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Learner Credential Wallet, or whoever plays it, does not get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LcwRefusalsTest {
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

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(wallet.copies()).isZero();
    }

    @Test
    void whatIsNotAsAskedForIsRefused() throws Exception {
        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        OfferToWallet.Made other = wallet.offer(WalletOfferKind.INTERACTION);
        OfferToWallet.Made link = wallet.offer(WalletOfferKind.LINK);
        JsonNode right = wallet.peer().run("wallet.mjs", "sign", "e", offer.challenge(), wallet.domain());
        JsonNode withoutDomain = wallet.peer().run("wallet.mjs", "sign", "e", offer.challenge());
        JsonNode forLink = wallet.peer().run("wallet.mjs", "sign", "e", link.challenge(), wallet.domain());

        assertRefused(wallet.post(wallet.exchange(other), LcwRun.wrapped(right)));
        assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(withoutDomain)));
        assertRefused(wallet.post(
                wallet.exchange(offer),
                LcwRun.wrapped(
                        wallet.peer().run("wallet.mjs", "sign", "e", offer.challenge(), "https://elsewhere.example"))));
        assertRefused(wallet.post(wallet.linked(link), forLink.toString()));
        assertRefused(wallet.post(wallet.linked(offer), right.toString()));
        assertRefused(wallet.post(wallet.exchange(link), LcwRun.wrapped(forLink)));
        assertRefused(wallet.post(
                wallet.exchange(offer), right.toString().replace("\"proof\"", "\"verifiablePresentation\"")));
        for (String field : List.of("challenge", "domain", "created", "proofPurpose", "verificationMethod", "type")) {
            ObjectNode without = right.deepCopy();
            ((ObjectNode) without.get("proof")).remove(field);
            assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(without)));
        }
        ObjectNode ofAnother = right.deepCopy();
        ofAnother.put("holder", wallet.did("f"));
        assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(ofAnother)));
        ((ObjectNode) ofAnother.get("proof"))
                .put("verificationMethod", wallet.did("f") + wallet.did("f").replace("did:key:", "#"));
        assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(ofAnother)));
        ObjectNode tampered = right.deepCopy();
        tampered.put("id", "urn:uuid:" + UUID.randomUUID());
        assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(tampered)));
        ObjectNode older = right.deepCopy();
        ((ObjectNode) older.get("proof")).put("created", "2020-01-01T00:00:00Z");
        assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(older)));
        for (String broken : List.of("", "[]", "null", "{", "{\"verifiablePresentation\":[]}", " ".repeat(70_000))) {
            assertRefused(wallet.post(wallet.exchange(offer), broken));
        }

        assertThat(wallet.post(wallet.exchange(offer), LcwRun.wrapped(right)).statusCode())
                .as("the right one goes through")
                .isEqualTo(200);
    }

    private JsonNode signedAs(OfferToWallet.Made offer, String otherwise) {
        return wallet.peer().run("wallet.mjs", "sign-as", "k", offer.challenge(), wallet.domain(), otherwise);
    }

    /** The signature is right each time: one thing alone is not as asked for. */
    @Test
    void whatIsSignedRightlyButIsNotAsAskedForIsRefused() throws Exception {
        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        for (String otherwise : List.of(
                "{\"created\":\"" + now.minus(Duration.ofHours(25)) + "\"}",
                "{\"created\":\"" + now.plus(Duration.ofHours(25)) + "\"}",
                "{\"expires\":\"" + now.minus(Duration.ofHours(1)) + "\"}",
                "{\"purpose\":\"assertionMethod\"}",
                "{\"holder\":\"" + wallet.did("l") + "\"}")) {
            assertRefused(wallet.post(wallet.exchange(offer), LcwRun.wrapped(signedAs(offer, otherwise))));
        }

        String late = "{\"created\":\"" + now.minus(Duration.ofHours(23)) + "\",\"expires\":\""
                + now.plus(Duration.ofHours(1)) + "\"}";
        HttpResponse<String> right = wallet.post(wallet.exchange(offer), LcwRun.wrapped(signedAs(offer, late)));
        assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    }

    @Test
    void aPresentationCountsOnce() throws Exception {
        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        String right = LcwRun.wrapped(wallet.peer().run("wallet.mjs", "sign", "g", offer.challenge(), wallet.domain()));

        List<CompletableFuture<HttpResponse<String>>> both = List.of(
                wallet.client.sendAsync(
                        LcwRun.request(wallet.exchange(offer), right), HttpResponse.BodyHandlers.ofString()),
                wallet.client.sendAsync(
                        LcwRun.request(wallet.exchange(offer), right), HttpResponse.BodyHandlers.ofString()));
        assertThat(both.stream().map(each -> each.join().statusCode()).filter(status -> status == 200))
                .hasSize(1);
        assertThat(wallet.post(wallet.exchange(offer), right).statusCode()).isEqualTo(404);
        assertThat(wallet.copies()).isEqualTo(1);
    }

    @Test
    void anOfferThatHasExpiredOrWhoseBadgeWasRevokedBringsNothing() throws Exception {
        OfferToWallet.Made expired = wallet.offer(WalletOfferKind.INTERACTION);
        String late =
                LcwRun.wrapped(wallet.peer().run("wallet.mjs", "sign", "h", expired.challenge(), wallet.domain()));
        wallet.server
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE wallet_offer SET created_at = created_at - interval '6 minutes',"
                                + " expires_at = expires_at - interval '6 minutes' WHERE id = ?",
                        expired.offer()));
        assertRefused(wallet.post(wallet.exchange(expired), late));

        OfferToWallet.Made offer = wallet.offer(WalletOfferKind.INTERACTION);
        String right = LcwRun.wrapped(wallet.peer().run("wallet.mjs", "sign", "h", offer.challenge(), wallet.domain()));
        wallet.server
                .platform()
                .database()
                .inOrganisation(
                        wallet.organisation,
                        handle -> wallet.server
                                .features()
                                .credential()
                                .revoke()
                                .revoke(
                                        handle,
                                        wallet.organisation,
                                        wallet.badge,
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));
        assertRefused(wallet.post(wallet.exchange(offer), right));
    }
}
