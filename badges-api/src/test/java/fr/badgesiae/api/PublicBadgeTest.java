package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.assertion.PublishBadge;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A badge in the form of Open Badges 2.0, read over HTTP by our own verifier as anybody's would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicBadgeTest {
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;
    private OrganisationId organisation;
    private AcceptedBadges badges;
    private AcceptedBadges.Accepted accepted;
    private HolderId holder;
    private CredentialId badge;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        badges = new AcceptedBadges(server);
        organisation = badges.organisation;
        badges.vouch(server.organisation("Réseau Exemple", "83282932000073"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void accept() {
        badges.publicEmail();
        accepted = badges.accept(NameChoice.FULL, true);
        holder = accepted.holder();
        badge = accepted.badge();
    }

    private String published() throws Exception {
        assertThat(server.features().assertion().publish().apply(holder, badge)).isEqualTo(PublishBadge.Outcome.PUBLIC);
        return server.origin() + "/v2/assertions/" + number();
    }

    private UUID number() {
        return server.database()
                .owner()
                .withHandle(
                        handle -> handle.select("SELECT id FROM public_badge WHERE credential_id = ?", badge.value())
                                .mapTo(UUID.class)
                                .one());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.origin().resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode document(String address) throws Exception {
        return json.readTree(get(address).body());
    }

    private VerificationReport judge(Submission submission) {
        HttpFetcher network = new HttpFetcher("test", Duration.ofSeconds(5), true);
        return new BadgeVerifier()
                .verify(
                        submission,
                        VerificationPolicy.at(Instant.now(), network).withLoopback());
    }

    private void assertHeadline(Submission submission, Headline expected) {
        VerificationReport report = judge(submission);
        assertThat(report.headline()).as(report.checks().toString()).isEqualTo(expected);
    }

    private void revoke() {
        revoke(PublicReason.WRONG_PERSON);
    }

    @Test
    void nothingIsAtAnAddressBeforeAHolderDecides() throws Exception {
        OrganisationId other = server.organisation("Jardins fictifs", "44306184100047");
        for (String address : List.of("/v2/issuers/" + other, "/v2/revocations/" + other, "/v2/assertions/" + badge)) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void theHostedFormIsAuthenticAndEveryDocumentIsAtItsAddress() throws Exception {
        String address = published();

        JsonNode assertion = document(address);
        JsonNode badgeClass = document(assertion.path("badge").asText());
        JsonNode issuer = document(badgeClass.path("issuer").asText());
        JsonNode key = document(issuer.path("publicKey").path(0).asText());
        JsonNode list = document(issuer.path("revocationList").asText());

        assertThat(assertion.path("id").asText()).isEqualTo(address);
        assertThat(assertion.at("/recipient/type").asText()).isEqualTo("id");
        assertThat(assertion.at("/recipient/identity").asText()).startsWith("urn:uuid:");
        assertThat(assertion.at("/recipient/hashed").asBoolean(true)).isFalse();
        assertThat(assertion.toString()).doesNotContain("Alix", "Exemple", "gare", "seule");
        assertThat(badgeClass.path("name").asText()).isEqualTo("Peindre un mur");
        assertThat(issuer.path("email").asText()).isEqualTo("bonjour@exemple.invalid");
        assertThat(key.path("owner")).isEqualTo(issuer.path("id"));
        assertThat(key.path("publicKeyPem").asText()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(list.path("type").asText()).isEqualTo("RevocationList");
        assertHeadline(Submission.of(get(address).body()), Headline.AUTHENTIC);
        assertThat(get(address).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void theSignedFormIsAuthenticAlsoFromItsPicture() throws Exception {
        String address = published();

        String jws = get(address + "/badge.jws").body();
        assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        for (String picture : List.of("/picture", "/signed-picture")) {
            HttpResponse<String> answer = get(address + picture);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertHeadline(Submission.of(answer.body()), Headline.AUTHENTIC);
        }
        assertThat(new String(Base64.getUrlDecoder().decode(jws.split("\\.", 2)[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\"}");
    }

    @Test
    void whatIsWithdrawnSaysSoInEveryForm() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();

        assertThat(server.features().assertion().withdraw().apply(holder, badge))
                .isTrue();

        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(json.readTree(answer.body()).path("revoked").asBoolean()).isTrue();
        assertThat(answer.body()).doesNotContain("urn:uuid");
        assertThat(get(address + "/badge.jws").statusCode()).isEqualTo(410);
        assertThat(get(address + "/picture").statusCode()).isEqualTo(410);
        assertHeadline(Submission.of(hosted), Headline.REVOKED);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
        assertThat(server.features().assertion().withdraw().apply(holder, badge))
                .isFalse();
        assertThat(published()).isNotEqualTo(address);
        assertThat(get(address).statusCode()).isEqualTo(410);
    }

    @Test
    void aRevocationByTheIssuerEndsEveryForm() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();

        revoke();

        assertThat(get(address).statusCode()).isEqualTo(410);
        assertThat(get(address).body()).contains("Revoked by the issuer.");
        assertHeadline(Submission.of(hosted), Headline.REVOKED);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    @Test
    void ourOwnPageJudgesThemWithoutARequestToOurselves() throws Exception {
        String address = published();
        String body = "{\"url\":\"" + address + "\"}";
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve("/api/v1/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        // Under another address than the rest of the organisation's, and not a stranger that resembles it.
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"headline\":\"AUTHENTIC\"", "\"known\":true", "\"resembles\":null");

        server.features().assertion().withdraw().apply(holder, badge);
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"headline\":\"REVOKED\"");
    }

    @Test
    void anIssuerWithoutAPublicEmailHasNoSuchForm() {
        badges.execute("UPDATE organisation SET public_email = NULL WHERE id = ?", organisation.value());

        assertThat(server.features().assertion().publish().apply(holder, badge))
                .isEqualTo(PublishBadge.Outcome.NO_EMAIL);
        assertThat(badges.count("public_badge WHERE credential_id = ?", badge.value()))
                .isZero();
    }

    @Test
    void theErasureOfTheSpaceLeavesANumberAndNothingElse() throws Exception {
        String address = published();
        UUID number = number();
        String signed = get(address + "/badge.jws").body();
        PersonalExport export = new PersonalExport();

        server.platform().database().inHolder(holder, handle -> {
            server.features().personalData().forEach(part -> part.exportSpace(handle, holder, export));
            server.features().personalData().stream()
                    .filter(part -> part.tables().contains("public_badge"))
                    .forEach(part -> part.eraseSpace(handle, holder, UUID.randomUUID(), Instant.now()));
            return true;
        });

        assertThat(export.sections()).extracting(PersonalExport.Section::name).contains("public_badges");
        assertThat(export.files()).containsKeys("public/" + number + ".json", "public/" + number + ".jws");
        assertThat(badges.count("public_badge WHERE id = ?", number)).isZero();
        assertThat(badges.count("ended_public_badge WHERE id = ? AND NOT revoked", number))
                .isEqualTo(1);
        assertThat(get(address).statusCode()).isEqualTo(410);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    @Test
    void theDecisionHasAPageThatSaysWhatBecomesPublic() throws Exception {
        String path = "/me/badges/" + badge;
        Visitor phone = new Visitor(server, path + "/public", sessions -> sessions.openHolder(holder));

        assertThat(phone.get(path).body()).contains(path + "/public");
        assertThat(phone.get(path + "/public").body())
                .contains(
                        "Ce qui devient public",
                        "bonjour@exemple.invalid",
                        "Votre nom et les textes sur vous ne sont pas dedans.");
        assertThat(phone.get(path + "/public/withdraw").statusCode()).isEqualTo(404);
        HttpResponse<String> done = phone.post(path + "/public", Map.of());
        assertThat(done.headers().firstValue("Location").orElseThrow()).contains("done=assertion.public");
        assertThat(phone.get("/me").body()).contains("1 badge est public.", "Ce badge est public.");
        assertThat(phone.get(path + "/public").body())
                .contains("Ce badge est public", server.origin() + "/v2/assertions/" + number());
        assertThat(phone.get(path + "/public/withdraw").body()).contains("Cette adresse ne marchera plus jamais.");
        phone.post(path + "/public/withdraw", Map.of());
        assertThat(badges.count("public_badge WHERE credential_id = ?", badge.value()))
                .isZero();
        assertThat(badges.count(
                        "audit_event WHERE subject_id = ? AND code IN ('BADGE_MADE_PUBLIC', 'PUBLIC_BADGE_WITHDRAWN')",
                        badge.value()))
                .isEqualTo(2);
        assertThat(phone.get("/me/data").body())
                .contains(
                        "Vous avez rendu public le badge «\u00a0Peindre un mur\u00a0».",
                        "Vous avez arrêté de rendre public le badge «\u00a0Peindre un mur\u00a0».");
    }

    @Test
    void hidingEverythingLeavesPublicBadgesAndOffersToEndThem() throws Exception {
        String path = "/me/badges/" + badge;
        Visitor phone = new Visitor(server, path + "/public", sessions -> sessions.openHolder(holder));
        phone.post(path + "/public", Map.of());
        phone.post(path + "/share", Map.of("label", "Pour une entreprise", "days", "30"));

        assertThat(phone.post("/me/hide", Map.of()).headers().firstValue("Location"))
                .hasValue("/me");
        assertThat(phone.get("/me").body())
                .contains("Vos liens sont cachés", "1 badge est public.", "href=\"/me/public\"")
                .doesNotContain("Tout est caché");
        assertThat(phone.get("/me/public").body()).contains("Ne plus rendre vos badges publics", "Oui, tout arrêter");
        assertThat(phone.post("/me/public", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("done=assertion.all-withdrawn");
        assertThat(badges.count("public_badge WHERE credential_id = ?", badge.value()))
                .isZero();
        assertThat(badges.count("ended_public_badge")).isPositive();
        assertThat(phone.get("/me/public").body()).contains("Aucun badge n’est public.");
        assertThat(phone.get("/me").body()).doesNotContain("/me/public\"");
    }

    @Test
    void anotherHolderFindsNothing() throws Exception {
        String path = "/me/badges/" + badge + "/public";
        HolderId mine = holder;
        accept();
        Visitor other = new Visitor(server, "/me", sessions -> sessions.openHolder(holder));

        assertThat(mine).isNotEqualTo(holder);
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
    }

    private void revoke(PublicReason reason) {
        badges.revoke(accepted, reason);
    }

    private String revocations() throws Exception {
        return get("/v2/revocations/" + organisation).body();
    }

    /** The reason that a list of revocations gives for one number. */
    private String listed(UUID number) throws Exception {
        for (JsonNode one : json.readTree(revocations()).path("revokedAssertions")) {
            if (one.path("id").asText().endsWith(number.toString())) {
                return one.path("revocationReason").asText();
            }
        }
        return "";
    }

    @Test
    void whatItsHolderEndedIsNotSaidToBeRevokedByTheIssuer() throws Exception {
        for (PublicReason reason : List.of(PublicReason.HOLDER_WITHDREW, PublicReason.HOLDER_REQUEST)) {
            accept();
            String address = published();
            UUID number = number();
            revoke(reason);

            assertThat(get(address).statusCode()).isEqualTo(410);
            assertThat(get(address).body()).contains("No longer published.").doesNotContain("issuer.\"");
            assertThat(get(address + "/badge.jws").statusCode()).isEqualTo(410);
            assertThat(listed(number)).isEqualTo("No longer published.");

            server.features().assertion().withdraw().apply(holder, badge);
            assertThat(get(address).body()).contains("No longer published.");
            assertThat(listed(number)).isEqualTo("No longer published.");
        }
        accept();
        String address = published();
        UUID number = number();
        revoke();
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        server.features().assertion().withdraw().apply(holder, badge);
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        assertThat(get(address).body()).contains("Revoked by the issuer.");
    }

    @Test
    void aRevokedBadgeIsNotSaidToBePublic() throws Exception {
        published();
        revoke();
        String path = "/me/badges/" + badge + "/public";
        Visitor phone = new Visitor(server, path, sessions -> sessions.openHolder(holder));

        assertThat(phone.get(path).body())
                .contains("Ce badge n’est plus valable.", path + "/withdraw")
                .doesNotContain("Ce badge est public", "Toute personne qui a l’adresse", "/v2/assertions/");
        assertThat(phone.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(phone.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
        assertThat(badges.count("public_badge WHERE credential_id = ?", badge.value()))
                .isZero();
    }

    private void endRsa(String state) {
        badges.execute(
                "UPDATE signing_key SET state = ?, not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256' AND state = 'ACTIVE'",
                state,
                organisation.value());
    }

    @Test
    void whatIsHostedStaysAuthenticWhenTheOnlyKeyIsCompromised() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();
        badges.execute(
                "UPDATE signing_key SET state = 'COMPROMISED', not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256'",
                organisation.value());

        assertHeadline(Submission.of(hosted), Headline.AUTHENTIC);
        assertThat(judge(Submission.of(signed)).headline()).isNotEqualTo(Headline.AUTHENTIC);
        JsonNode issuer = document("/v2/issuers/" + organisation);
        assertThat(issuer.path("publicKey")).isEmpty();
        assertThat(get(issuer.path("revocationList").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void anEndedKeyIsReplacedAtTheNextPublicBadge() throws Exception {
        published();
        for (String state : List.of("RETIRED", "COMPROMISED")) {
            endRsa(state);
            accept();
            String jws = get(published() + "/badge.jws").body();
            assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        }
    }
}
