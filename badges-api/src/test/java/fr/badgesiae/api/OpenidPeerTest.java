package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.sd.SDJWT;
import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.wallet.NodePeer;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client of others takes badges by OpenID4VCI 1.0 from a server on this machine; libraries of others read them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenidPeerTest {
    private NodePeer peer;
    private TestServer server;
    private AcceptedBadges badges;
    private OpenidClient client;
    private AcceptedBadges.Accepted badge;

    @BeforeAll
    void start() throws Exception {
        peer = NodePeer.open();
        server = TestServer.start();
        badges = new AcceptedBadges(server);
        client = new OpenidClient(server);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void accept() {
        badge = badges.accept();
    }

    private JsonNode taken(OpenidWallet wallet, boolean link) {
        OfferByOpenid.Made made = client.offer(badge, wallet, link);
        String txCode = made.codes().txCode();
        String offer = offer(server, badges, wallet, made);
        return txCode == null ? peer.run("openid.mjs", offer) : peer.run("openid.mjs", offer, txCode);
    }

    private static String offer(
            TestServer server, AcceptedBadges badges, OpenidWallet wallet, OfferByOpenid.Made made) {
        return server.features()
                .wallet()
                .openid()
                .addresses()
                .offer(
                        badges.organisation,
                        wallet,
                        made.codes().code(),
                        made.codes().txCode() == null ? null : "Six chiffres");
    }

    private static JsonNode payload(String jwt) {
        return OpenidClient.json(
                new String(Base64.getUrlDecoder().decode(jwt.split("[.~]", -1)[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aWalletTakesAVcJwtWithATransactionCode() {
        JsonNode taken = taken(OpenidWallet.WALT_ID, false);

        JsonNode credential = payload(taken.path("credential").asText());
        assertThat(taken.path("version").asText()).isEqualTo("V1");
        assertThat(credential.at("/credentialSubject/id").asText()).startsWith("did:jwk:");
        assertThat(credential.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Alix Exemple");
    }

    @Test
    void aWalletTakesAVcJwtByALinkWithoutATransactionCode() {
        assertThat(payload(taken(OpenidWallet.WALT_ID, true).path("credential").asText())
                        .path("iss")
                        .asText())
                .startsWith("did:web:");
    }

    @Test
    void aWrongTransactionCodeBringsNothing() {
        OfferByOpenid.Made made = client.offer(badge, OpenidWallet.WALT_ID, false);
        String offer = offer(server, badges, OpenidWallet.WALT_ID, made);

        assertThatThrownBy(() -> peer.run("openid.mjs", offer, "000000")).hasMessageContaining("invalid_grant");
    }

    @Test
    void twoLibrariesReadTheSdJwtVcUntilItsCopyIsWithdrawn() {
        for (boolean link : new boolean[] {false, true}) {
            JsonNode taken = taken(OpenidWallet.PARADYM, link);
            String text = taken.path("credential").asText();

            JsonNode read = peer.run("sd-jwt-vc.mjs", text);
            assertThat(read.path("verdict").asText()).isEqualTo("VALID");
            assertThat(read.at("/payload/given_name").asText()).isEqualTo("Alix");
            assertThat(read.at("/payload/family_name").asText()).isEqualTo("Exemple");
            assertThat(read.at("/payload/achievement_title").asText()).isEqualTo("Peindre un mur");
            assertThat(read.at("/payload/cnf/jwk/x")).isEqualTo(taken.at("/publicJwk/x"));
            assertThat(SDJWT.parse(text).getDisclosures()).hasSize(2);

            server.features().edition().withdrawCopy().apply(badge.holder(), new CredentialId(copy()));

            assertThat(peer.run("sd-jwt-vc.mjs", text).path("verdict").asText()).containsIgnoringCase("status");
        }
    }

    /** One address serves them all: by 1.0, whose client takes the metadata as its own, and by each draft. */
    @Test
    void aWalletOf1AndWalletsOfDraftsTakeBadgesSideBySide() throws Exception {
        Set<Option> options =
                Set.of(OpenidWallet.TALAO, OpenidWallet.PARADYM, OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15);
        try (TestServer both = TestServer.with(options)) {
            AcceptedBadges accepted = new AcceptedBadges(both);
            OpenidClient wallets = new OpenidClient(both);
            for (String draft : List.of("", "13", "15")) {
                OfferByOpenid.Made made = wallets.offer(accepted.accept(), OpenidWallet.TALAO, false);
                String offer = offer(both, accepted, OpenidWallet.TALAO, made);

                JsonNode taken = peer.run(
                        "openid.mjs", offer, String.valueOf(made.codes().txCode()), draft);

                assertThat(taken.path("version").asText()).isEqualTo("V1");
                assertThat(taken.path("one").asBoolean()).isEqualTo(draft.equals("13"));
                JsonNode claims = payload(taken.path("credential").asText());
                assertThat(claims.at("/vc/credentialSubject/id")).isEqualTo(claims.path("sub"));
            }
        }
    }

    private UUID copy() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM credential WHERE holder_id = ? AND wallet IS NOT NULL AND state = 'ISSUED'",
                                badge.holder().value())
                        .mapTo(UUID.class)
                        .one());
    }
}
