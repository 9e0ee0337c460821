package fr.badgesiae.api;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
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
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;
    private static final EditionChoice CHOICE = new EditionChoice(
            NameChoice.FULL,
            true,
            EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));

    final HttpClient client = HttpClient.newHttpClient();
    final TestServer server;
    final OrganisationId organisation;
    private final NodePeer peer = NodePeer.open();
    private final AccountId counsellor;
    private final AchievementVersionId version;

    /** Of the badge that was accepted last. */
    HolderId holder = new HolderId(UUID.randomUUID());

    CredentialId badge = new CredentialId(UUID.randomUUID());

    private LcwRun() throws Exception {
        server = TestServer.start();
        organisation = server.organisation("Atelier des Deux Rives", "73282932000074");
        counsellor = server.member(organisation, "conseil", "COUNSELLOR", "une phrase assez longue");
        UUID achievement = UUID.randomUUID();
        version = new AchievementVersionId(UUID.randomUUID());
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                            + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                    achievement,
                    organisation.value(),
                    BADGE);
            handle.execute(
                    "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                            + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, 'image/png', '', now())",
                    version.value(),
                    achievement,
                    organisation.value(),
                    BADGE);
        });
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
        PersonId person = new PersonId(UUID.randomUUID());
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on,"
                                + " created_at, updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                        person.value(),
                        organisation.value(),
                        UUID.randomUUID()));
        Features features = server.features();
        OfferId offer = ((OfferBadge.Offered) features.offer()
                        .offer()
                        .apply(
                                organisation,
                                counsellor,
                                new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.")))
                .offer();
        String text = server.platform()
                .database()
                .inOrganisation(
                        organisation, handle -> features.offer().offers().find(handle, organisation, offer))
                .orElseThrow()
                .text()
                .fingerprint();
        var accepted = (AcceptOffer.Accepted) features.claim()
                .accept()
                .apply(organisation, offer, new AcceptOffer.Acceptance(NameChoice.NONE, false, text, null));
        holder = accepted.holder();
        badge = accepted.credential();
    }

    OfferToWallet.Made offer(WalletOfferKind kind) {
        return (OfferToWallet.Made) server.features().wallet().offer().apply(holder, badge, CHOICE, kind);
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
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM credential WHERE holder_id = ? AND wallet IS NOT NULL",
                                holder.value())
                        .mapTo(Long.class)
                        .one());
    }
}
