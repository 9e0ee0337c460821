package fr.badgesiae.api;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.wallet.NodePeer;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Learner Credential Wallet, played by the packages that it is built on, against a server on this machine. */
final class LcwRun implements AutoCloseable {
    final HttpClient client = HttpClient.newHttpClient();
    final TestServer server;
    final OrganisationId organisation;
    private final NodePeer peer = NodePeer.open();
    private final AcceptedBadges badges;

    /** Of the badge that was accepted last. */
    HolderId holder = new HolderId(UUID.randomUUID());

    CredentialId badge = new CredentialId(UUID.randomUUID());

    private LcwRun() throws Exception {
        server = TestServer.start();
        badges = new AcceptedBadges(server);
        organisation = badges.organisation;
    }

    /** A server with a badge to accept; the test is skipped or fails without the packages of the wallet. */
    static LcwRun open() throws Exception {
        return new LcwRun();
    }

    @Override
    public void close() {
        server.close();
    }

    NodePeer peer() {
        return peer;
    }

    /** Another person accepts a badge. */
    void accept() {
        AcceptedBadges.Accepted accepted = badges.accept();
        holder = accepted.holder();
        badge = accepted.badge();
    }

    OfferToWallet.Made offer(WalletOfferKind kind) {
        return (OfferToWallet.Made)
                server.features().wallet().offer().apply(holder, badge, AcceptedBadges.CHOICE, kind);
    }

    String interaction(OfferToWallet.Made offer) {
        return server.features().wallet().lcw().interaction(offer.secret());
    }

    URI exchange(OfferToWallet.Made offer) {
        return server.origin().resolve("/wallet/" + offer.secret() + "/exchange");
    }

    URI linked(OfferToWallet.Made offer) {
        return server.origin().resolve("/wallet/" + offer.secret() + "/link");
    }

    String domain() {
        return server.platform().settings().publicUrl().toString();
    }

    HttpResponse<String> post(URI address, String body) throws Exception {
        return client.send(request(address, body), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest request(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    static String wrapped(JsonNode presentation) {
        return "{\"verifiablePresentation\":" + presentation + "}";
    }

    String did(String seed) {
        return peer.run("wallet.mjs", "did", seed).path("did").asText();
    }

    JsonNode verified(JsonNode credential) {
        return peer.run("wallet.mjs", "verify", credential.toString());
    }

    long copies() {
        return badges.count("credential WHERE holder_id = ? AND wallet IS NOT NULL", holder.value());
    }
}
