package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.wallet.NodePeer;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both flows of Learner Credential Wallet, with the packages that it is built on, against a server on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnerCredentialWalletTest {
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;
    private static final EditionChoice CHOICE = new EditionChoice(
            NameChoice.FULL,
            true,
            EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private NodePeer peer;
    private TestServer server;
    private OrganisationId organisation;
    private AccountId counsellor;
    private AchievementVersionId version;
    private HolderId holder;
    private CredentialId badge;

    @BeforeAll
    void start() throws Exception {
        peer = NodePeer.open();
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

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
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

    private OfferToWallet.Made offer(WalletOfferKind kind) {
        return (OfferToWallet.Made) server.features().wallet().offer().apply(holder, badge, CHOICE, kind);
    }

    private String interaction(OfferToWallet.Made offer) {
        return server.features().wallet().lcw().interaction(offer.secret());
    }

    private URI exchange(OfferToWallet.Made offer) {
        return server.origin().resolve("/wallet/" + offer.secret() + "/exchange");
    }

    private URI linked(OfferToWallet.Made offer) {
        return server.origin().resolve("/wallet/" + offer.secret() + "/link");
    }

    private String domain() {
        return server.platform().settings().publicUrl().toString();
    }

    private HttpResponse<String> post(URI address, String body) throws Exception {
        return client.send(request(address, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String wrapped(JsonNode presentation) {
        return "{\"verifiablePresentation\":" + presentation + "}";
    }

    private String did(String seed) {
        return peer.run("wallet.mjs", "did", seed).path("did").asText();
    }

    private JsonNode verified(JsonNode credential) {
        return peer.run("wallet.mjs", "verify", credential.toString());
    }

    private long copies() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM credential WHERE holder_id = ? AND wallet IS NOT NULL",
                                holder.value())
                        .mapTo(Long.class)
                        .one());
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(copies()).isZero();
    }

    @Test
    void theWalletTakesABadgeFromTheAddressInTheCodeAndItVerifiesElsewhere() {
        JsonNode answer = peer.run("wallet.mjs", "interaction", interaction(offer(WalletOfferKind.INTERACTION)), "a");

        JsonNode credential = answer.at("/verifiablePresentation/verifiableCredential/0");
        assertThat(credential.at("/credentialSubject/id").asText()).isEqualTo(did("a"));
        assertThat(credential.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Alix Exemple");
        assertThat(answer.path("redirectUrl").asText()).endsWith("/me");
        JsonNode result = verified(credential);
        assertThat(result.path("verified").asBoolean()).as(result.toString()).isTrue();
    }

    @Test
    void theWalletTakesABadgeFromALinkInOneRequest() {
        String link = server.features().wallet().lcw().link(offer(WalletOfferKind.LINK), "Atelier des Deux Rives");

        JsonNode credential = peer.run("wallet.mjs", "link", link, "b").at("/verifiableCredential/0");

        assertThat(credential.at("/credentialSubject/id").asText()).isEqualTo(did("b"));
        JsonNode result = verified(credential);
        assertThat(result.path("verified").asBoolean()).as(result.toString()).isTrue();
    }

    @Test
    void aCopyThatIsWithdrawnIsRevokedForOthersAndTheOtherStays() throws Exception {
        JsonNode first = peer.run("wallet.mjs", "interaction", interaction(offer(WalletOfferKind.INTERACTION)), "c")
                .at("/verifiablePresentation/verifiableCredential/0");
        JsonNode second = peer.run("wallet.mjs", "interaction", interaction(offer(WalletOfferKind.INTERACTION)), "d")
                .at("/verifiablePresentation/verifiableCredential/0");
        String id = first.path("id").asText().replaceFirst(".*/", "");

        server.features().edition().withdrawCopy().apply(holder, new CredentialId(UUID.fromString(id)));

        JsonNode withdrawn = verified(first);
        assertThat(withdrawn.path("revoked")).as(withdrawn.toString()).isEqualTo(BooleanNode.TRUE);
        assertThat(verified(second).path("revoked")).isEqualTo(BooleanNode.FALSE);
    }

    @Test
    void whatIsNotAsAskedForIsRefused() throws Exception {
        OfferToWallet.Made offer = offer(WalletOfferKind.INTERACTION);
        OfferToWallet.Made other = offer(WalletOfferKind.INTERACTION);
        OfferToWallet.Made link = offer(WalletOfferKind.LINK);
        JsonNode right = peer.run("wallet.mjs", "sign", "e", offer.challenge(), domain());
        JsonNode withoutDomain = peer.run("wallet.mjs", "sign", "e", offer.challenge());
        JsonNode forLink = peer.run("wallet.mjs", "sign", "e", link.challenge(), domain());

        assertRefused(post(exchange(other), wrapped(right)));
        assertRefused(post(exchange(offer), wrapped(withoutDomain)));
        assertRefused(post(
                exchange(offer),
                wrapped(peer.run("wallet.mjs", "sign", "e", offer.challenge(), "https://elsewhere.example"))));
        assertRefused(post(linked(link), forLink.toString()));
        assertRefused(post(linked(offer), right.toString()));
        assertRefused(post(exchange(link), wrapped(forLink)));
        assertRefused(post(exchange(offer), right.toString().replace("\"proof\"", "\"verifiablePresentation\"")));
        for (String field : List.of("challenge", "domain", "created", "proofPurpose", "verificationMethod", "type")) {
            ObjectNode without = right.deepCopy();
            ((ObjectNode) without.get("proof")).remove(field);
            assertRefused(post(exchange(offer), wrapped(without)));
        }
        ObjectNode ofAnother = right.deepCopy();
        ofAnother.put("holder", did("f"));
        assertRefused(post(exchange(offer), wrapped(ofAnother)));
        ((ObjectNode) ofAnother.get("proof")).put("verificationMethod", did("f") + did("f").replace("did:key:", "#"));
        assertRefused(post(exchange(offer), wrapped(ofAnother)));
        ObjectNode tampered = right.deepCopy();
        tampered.put("id", "urn:uuid:" + UUID.randomUUID());
        assertRefused(post(exchange(offer), wrapped(tampered)));
        ObjectNode older = right.deepCopy();
        ((ObjectNode) older.get("proof")).put("created", "2020-01-01T00:00:00Z");
        assertRefused(post(exchange(offer), wrapped(older)));
        for (String broken : List.of("", "[]", "null", "{", "{\"verifiablePresentation\":[]}", " ".repeat(70_000))) {
            assertRefused(post(exchange(offer), broken));
        }

        assertThat(post(exchange(offer), wrapped(right)).statusCode())
                .as("the right one goes through")
                .isEqualTo(200);
    }

    @Test
    void aPresentationCountsOnce() throws Exception {
        OfferToWallet.Made offer = offer(WalletOfferKind.INTERACTION);
        String right = wrapped(peer.run("wallet.mjs", "sign", "g", offer.challenge(), domain()));

        List<CompletableFuture<HttpResponse<String>>> both = List.of(
                client.sendAsync(request(exchange(offer), right), HttpResponse.BodyHandlers.ofString()),
                client.sendAsync(request(exchange(offer), right), HttpResponse.BodyHandlers.ofString()));
        assertThat(both.stream().map(each -> each.join().statusCode()).filter(status -> status == 200))
                .hasSize(1);
        assertThat(post(exchange(offer), right).statusCode()).isEqualTo(404);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void anOfferThatHasExpiredOrWhoseBadgeWasRevokedBringsNothing() throws Exception {
        OfferToWallet.Made expired = offer(WalletOfferKind.INTERACTION);
        String late = wrapped(peer.run("wallet.mjs", "sign", "h", expired.challenge(), domain()));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE wallet_offer SET created_at = created_at - interval '6 minutes',"
                                + " expires_at = expires_at - interval '6 minutes' WHERE id = ?",
                        expired.offer()));
        assertRefused(post(exchange(expired), late));

        OfferToWallet.Made offer = offer(WalletOfferKind.INTERACTION);
        String right = wrapped(peer.run("wallet.mjs", "sign", "h", offer.challenge(), domain()));
        server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> server.features()
                                .credential()
                                .revoke()
                                .revoke(handle, organisation, badge, PublicReason.WRONG_CONTENT, "", Actor.SYSTEM));
        assertRefused(post(exchange(offer), right));
    }

    @Test
    void aBrowserThatScansTheCodeReadsHowToGoOn() throws Exception {
        OfferToWallet.Made offer = offer(WalletOfferKind.INTERACTION);
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create(interaction(offer)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("dccrequest://request?request=");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode protocols = json.readTree(client.send(
                        HttpRequest.newBuilder(URI.create(interaction(offer)))
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(protocols.at("/protocols/vcapi").asText())
                .isEqualTo(exchange(offer).toString());
    }
}
