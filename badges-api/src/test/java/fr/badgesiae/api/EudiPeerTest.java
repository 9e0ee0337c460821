package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.wallet.EudiPeer;
import fr.badgesiae.api.wallet.TestCertificate;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The library of the European Union, in the version that speaks draft 15, takes badges over https. */
class EudiPeerTest {
    private final TestCertificate certificate = TestCertificate.of("badges.example");

    private JsonNode taken(EudiPeer peer, TestServer server, OpenidWallet wallet, boolean link) throws Exception {
        AcceptedBadges badges = new AcceptedBadges(server);
        OfferByOpenid.Made made = new OpenidClient(server).offer(badges.accept(), wallet, link);
        String txCode = made.codes().txCode();
        String offer = server.features()
                .wallet()
                .openid()
                .addresses()
                .offer(badges.organisation, wallet, made.codes().code(), link ? null : "Six chiffres");
        return txCode == null ? peer.take(certificate, offer) : peer.take(certificate, offer, txCode);
    }

    @Test
    void itTakesABadgeWhereDraft15IsAccepted() throws Exception {
        EudiPeer peer = EudiPeer.open();
        Set<Option> options = Set.of(OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15);
        try (TestServer server = TestServer.with(options, certificate)) {
            JsonNode taken = taken(peer, server, OpenidWallet.PARADYM, false);

            JsonNode claims = OpenidRun.payload(taken.path("credential").asText());
            assertThat(claims.path("iss").asText()).startsWith(server.origin() + "/issuers/");
            assertThat(claims.at("/cnf/jwk/x")).isEqualTo(taken.path("x"));
            assertThat(taken.path("name").asText()).isEqualTo("Badge");
        }
    }

    @Test
    void itTakesNothingWhere1StandsAlone() throws Exception {
        EudiPeer peer = EudiPeer.open();
        try (TestServer server = TestServer.with(Set.of(), certificate)) {
            assertThatThrownBy(() -> taken(peer, server, OpenidWallet.PARADYM, true))
                    .hasMessageContaining("InvalidProof");
        }
    }
}
